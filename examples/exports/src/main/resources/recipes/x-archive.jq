# X (Twitter): the archive of an account (data/tweets.js), or tweets as the API gives them
# An archive holds the tweets of its owner only, so nobody is seen to be answered in it; say so to who reads the page.
def marks: (.script? // "" | test("window\\.YTD\\.tweets?\\.")) or (.tweet?.id_str? != null) or (.id_str? != null and .user?.screen_name? != null) or (.data?[0]?.author_id? != null and .data?[0]?.conversation_id? != null) or (.author_id? != null and .conversation_id? != null and .text? != null);
def each: ["data"];
def owner: ($context.owner // "the owner of the archive");
def together: ["account.js"];
def context: {owner: (try (.["account.js"][0].account.username) catch null)};
def replied: [.referenced_tweets[]? | select(.type == "replied_to") | .id][0];
def rows: (.tweet? // .) |
  if (.full_text? // .text? // "") | test("^RT @") then {drop: "retweet"}
  else {
    id: (.id_str // .id),
    author: (.user.screen_name? // .author_id? // owner),
    at: .created_at,
    parent: (.in_reply_to_status_id_str? // replied),
    conversation: .conversation_id?,
    naming: .in_reply_to_screen_name?,
    channel: "x"
  } end;
def settings: {note: "format x-archive: retweets are left out"};
