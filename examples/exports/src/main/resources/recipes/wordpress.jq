# WordPress: the XML of Tools > Export (WXR), wp_comments as CSV or JSON, or comments of the REST API
# Comments of the post's author are staff; a comment that answers none answers the post. Spam and trash are left out.
def marks: (.xml? // "" | test("xmlns:wp=")) or (.comment_ID? != null and .comment_date_gmt? != null) or (.author_name? != null and .date_gmt? != null and .post? != null);
def each: ["rss.channel.item"];
def list: if type == "array" then .[] else select(. != null) end;
def text: if type == "object" then (.["#text"] // "") else . end;
def isRest: .author_name != null and .date_gmt != null;
def own: .["wp:comment_user_id"] // .user_id // .author | . != null and (text | tostring | . != "0" and . != "");
def members:
  if .comment_ID then select(own) | {account: .comment_author}
  elif isRest then select(own) | {account: .author_name}
  else {account: (.["dc:creator"] | text | select(. != ""))}, (.["wp:comment"] | list | select(own) | {account: (.["wp:comment_author"] | text)}) end;
def comment($post): (.["wp:comment_type"] // .comment_type // .type // "" | text) as $type | (.["wp:comment_approved"] // .comment_approved // .status // "1" | text | tostring) as $approved |
  (.["wp:comment_parent"] // .comment_parent // .parent // "0" | text | tostring) as $parent |
  if $approved == "spam" or $approved == "trash" or $approved == "post-trashed" then {drop: "comment that is \($approved)"}
  elif $type != "" and ($type | test("^(comment|review|pingback|trackback)$") | not) then {drop: "comment of type \($type)"}
  else {
    id: (.["wp:comment_id"] // .comment_ID // .id),
    author: (.["wp:comment_author"] // .comment_author // .author_name | text | if . == "" then null else . end),
    at: ((.["wp:comment_date_gmt"] // .comment_date_gmt // .date_gmt | text) + "Z"),
    parent: (if $parent != "0" and $parent != "" then $parent else null end),
    conversation: "post \($post)",
    channel: "blog",
    kind: (if $type == "pingback" or $type == "trackback" then "mention" else null end)
  } end;
def rows:
  if .comment_ID then comment(.comment_post_ID)
  elif isRest then comment(.post)
  elif .["wp:post_id"] and ((.["wp:post_type"] // "post") | text | . == "post" or . == "page") then .["wp:post_id"] as $post | .["wp:comment"] | list | comment($post)
  elif .["wp:post_id"] then {drop: "item of type \(.["wp:post_type"] | text)"}
  else empty end;
def settings: {organization: "the blog", note: "format wordpress: who writes posts, or comments while logged in, is staff; times are UTC"};
