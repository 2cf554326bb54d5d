window.YTD.account_label.part0 = [ {"account-label": {"tweetId": "1", "fullText": "…"}} ]
