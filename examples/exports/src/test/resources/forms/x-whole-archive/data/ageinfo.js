window.YTD.ageinfo.part0 = [ {"ageinfo": {"tweetId": "1", "fullText": "…"}} ]
