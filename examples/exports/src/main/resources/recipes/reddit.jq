# Reddit: submissions and comments, a line each, as the archives and the API give them
# Moderators and admins by their mark are staff; [deleted] is nobody.
def marks: (.parent_id? // .link_id? // .name? // "" | tostring | test("^t[1-6]_")) or (.subreddit? != null and .created_utc? != null) or (.kind? == "Listing" and .data?.children? != null);
def each: ["data.children"];
def things:
  if .kind? == "Listing" then .data.children[]? | things
  elif .kind? == "more" then .
  elif .kind? and (.data? | type) == "object" then .data, (.data.replies? | objects | things)
  else . end;
def members: things | select(.distinguished == "moderator" or .distinguished == "admin") | select(.author != null) | {account: .author};
def isComment: .parent_id != null;
def rows: things | if .kind? == "more" then {drop: "comments that are not in the file", count: ([.data.count, 1] | max)} else {
  id: (if .name then .name elif isComment then "t1_\(.id)" else "t3_\(.id)" end),
  parent: .parent_id,
  conversation: (.link_id // .name // "t3_\(.id)"),
  author: (if .author == "[deleted]" or .author == "[removed]" then null else .author end),
  at: .created_utc,
  channel: .subreddit,
  automatic: ((.author // "") | (. == "AutoModerator" or (ascii_downcase | endswith("bot"))))
} end;
def settings: {fields: "named", organization: "the moderation team", note: "format reddit: whoever is marked as moderator is staff, accounts that end in bot are programs"};
