window.YTD.contact.part0 = [ {"contact": {"tweetId": "1", "fullText": "…"}} ]
