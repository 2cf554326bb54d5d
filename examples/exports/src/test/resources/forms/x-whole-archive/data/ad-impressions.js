window.YTD.ad_impressions.part0 = [ {"ad-impressions": {"tweetId": "1", "fullText": "…"}} ]
