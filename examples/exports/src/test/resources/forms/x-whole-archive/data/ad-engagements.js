window.YTD.ad_engagements.part0 = [ {"ad-engagements": {"tweetId": "1", "fullText": "…"}} ]
