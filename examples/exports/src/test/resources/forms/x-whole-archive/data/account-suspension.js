window.YTD.account_suspension.part0 = [ {"account-suspension": {"tweetId": "1", "fullText": "…"}} ]
