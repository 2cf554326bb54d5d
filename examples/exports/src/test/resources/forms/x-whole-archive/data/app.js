window.YTD.app.part0 = [ {"app": {"tweetId": "1", "fullText": "…"}} ]
