# Slack: the folder or the zip of a workspace export, a folder for each channel
# Owners and admins are taken for staff; replies in a thread answer its first message.
def marks: ($files | any(endswith("users.json"))) and ($files | any(endswith("channels.json")));
def together: ["users.json", "channels.json", "groups.json", "dms.json", "mpims.json", "integration_logs.json"];
def context: [.["users.json"][]? | select(.is_bot or .id == "USLACKBOT") | {(.id): true}] | add // {};
def members: select(.profile? and .id) | select(.is_owner or .is_admin or .is_primary_owner) | {account: .id};
def channel: $file | split("/") | .[-2] // "";
def isEvent: .subtype != null and (.subtype | test("^(bot_message|thread_broadcast|file_share|file_comment|me_message|reply_broadcast)$") | not);
def rows:
  select(.ts) |
  if isEvent then {drop: .subtype}
  else (channel + "/") as $c | {
    id: ($c + .ts),
    author: (.user // .bot_id // .username),
    name: (.user_profile.real_name? // .username),
    at: .ts,
    parent: (if .thread_ts and .thread_ts != .ts then $c + .thread_ts else null end),
    conversation: ($c + (.thread_ts // .ts)),
    channel: channel,
    automatic: ((.bot_id != null) or (.subtype == "bot_message") or ($context[.user // ""] == true))
  } end;
def settings: {fields: "named", organization: "the workspace's staff", note: "format slack: owners and admins of the workspace are staff; reactions have no time and are no rows"};
