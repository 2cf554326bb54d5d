window.YTD.follower.part0 = [ {"follower": {"tweetId": "1", "fullText": "…"}} ]
