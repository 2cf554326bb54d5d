window.YTD.connected_application.part0 = [ {"connected-application": {"tweetId": "1", "fullText": "…"}} ]
