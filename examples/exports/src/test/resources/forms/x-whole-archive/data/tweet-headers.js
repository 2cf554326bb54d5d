window.YTD.tweet_headers.part0 = [ {"tweet": {"tweet_id": "10", "user_id": "1", "created_at": "Mon Jan 05 09:00:00 +0000 2026"}} ]
