window.YTD.tweets.part0 = [
 {"tweet": {"id_str": "10", "created_at": "Mon Jan 05 09:00:00 +0000 2026", "full_text": "hello"}},
 {"tweet": {"id_str": "11", "created_at": "Mon Jan 05 09:30:00 +0000 2026", "full_text": "more", "in_reply_to_status_id_str": "10", "in_reply_to_screen_name": "acme"}}
]
