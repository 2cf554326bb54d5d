window.YTD.deleted_tweets.part0 = [ {"tweet": {"id_str": "9", "created_at": "Mon Jan 05 08:00:00 +0000 2026", "full_text": "gone"}} ]
