window.YTD.device_token.part0 = [ {"device-token": {"tweetId": "1", "fullText": "…"}} ]
