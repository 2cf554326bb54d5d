window.YTD.account_timezone.part0 = [ {"account-timezone": {"tweetId": "1", "fullText": "…"}} ]
