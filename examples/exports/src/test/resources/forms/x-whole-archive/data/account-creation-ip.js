window.YTD.account_creation_ip.part0 = [ {"account-creation-ip": {"tweetId": "1", "fullText": "…"}} ]
