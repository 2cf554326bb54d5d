window.YTD.direct_messages.part0 = [ {"direct-messages": {"tweetId": "1", "fullText": "…"}} ]
