# X (Twitter): the archive of an account (data/tweets.js), or tweets as the API gives them
# An archive holds the tweets of its owner only, so nobody is seen to be answered in it; say so to who reads the page.
def marks: (.script? // "" | test("window\\.YTD\\.tweets?\\.")) or ($files | any(endswith("data/tweets.js") or endswith("data/tweet.js"))) or (.tweet?.id_str? != null) or (.id_str? != null and .user?.screen_name? != null) or (.data?[0]?.author_id? != null and .data?[0]?.conversation_id? != null) or (.author_id? != null and .conversation_id? != null and .text? != null);
def each: ["data", "includes.users", "includes.tweets"];
def owner: ($context.owner // "the owner of the archive");
def together: ["account.js"];
def context: {owner: (try (.["account.js"][0].account.username) catch null)};
def replied: [.referenced_tweets[]? | select(.type == "replied_to") | .id][0];
def isOther: ($file | endswith(".js")) and ($file | test("(^|/)(tweets?|community-tweet)(-part\\d+)?\\.js$") | not);
def tweet:
  if (.full_text? // .text? // "") | startswith("RT @") then {drop: "retweet"}
  elif .username and .name and (.text | not) then {person: {account: .id, name: .username}}
  elif (.id_str // .id) == null or (.created_at | not) then {drop: "no tweet with a time"}
  else {
    id: (.id_str // .id),
    author: (.user.screen_name? // .author_id? // owner),
    name: .user.name?,
    at: .created_at,
    parent: (.in_reply_to_status_id_str? // replied),
    conversation: .conversation_id?,
    naming: (.in_reply_to_screen_name? // .in_reply_to_user_id?),
    channel: "x"
  } end;
def rows: if isOther then {drop: "no tweet: \($file | split("/") | .[-1])"}
  elif (.data? | type) == "array" then (.data[], .includes.tweets[]?, .includes.users[]?) | tweet
  else (.tweet? // .) | tweet end;
def settings: {fields: "named", note: "format x-archive: retweets are left out"};
