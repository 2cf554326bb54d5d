# WordPress: the XML of Tools > Export (WXR), or wp_comments as CSV
# Comments of the post's author are staff; a comment that answers none answers the post. Spam and trash are left out.
def marks: (.xml? // "" | test("xmlns:wp=")) or (.comment_ID? != null and .comment_date_gmt? != null);
def each: ["rss.channel.item"];
def list: if type == "array" then .[] else select(. != null) end;
def own: .["wp:comment_user_id"] // .user_id | . != null and . != "0" and . != "";
def text: if type == "object" then (.["#text"] // "") else . end;
def members:
  if .comment_ID then select(own) | {account: .comment_author}
  else {account: (.["dc:creator"] | text | select(. != ""))}, (.["wp:comment"] | list | select(own) | {account: (.["wp:comment_author"] | text)}) end;
def comment($post): (.["wp:comment_type"] // .comment_type // "") as $type | (.["wp:comment_approved"] // .comment_approved // "1") as $approved |
  (.["wp:comment_parent"] // .comment_parent // "0" | tostring) as $parent |
  if ($approved | test("^(spam|trash|post-trashed)$")) then {drop: "comment that is \($approved)"}
  else {
    id: (.["wp:comment_id"] // .comment_ID),
    author: (.["wp:comment_author"] // .comment_author | text | if . == "" then null else . end),
    at: ((.["wp:comment_date_gmt"] // .comment_date_gmt) + "Z"),
    parent: (if $parent != "0" and $parent != "" then $parent else null end),
    conversation: "post \($post)",
    channel: "blog",
    kind: (if ($type | test("pingback|trackback")) then "mention" else null end)
  } end;
def rows:
  if .comment_ID then comment(.comment_post_ID)
  elif .["wp:post_id"] and ((.["wp:post_type"] // "post") | text | test("^(post|page)$")) then .["wp:post_id"] as $post | .["wp:comment"] | list | comment($post)
  elif .["wp:post_id"] then {drop: "item of type \(.["wp:post_type"] | text)"}
  else empty end;
def settings: {organization: "the blog", note: "format wordpress: who writes posts, or comments while logged in, is staff; times are UTC"};
