window.YTD.block.part0 = [ {"block": {"tweetId": "1", "fullText": "…"}} ]
