window.YTD.following.part0 = [ {"following": {"tweetId": "1", "fullText": "…"}} ]
