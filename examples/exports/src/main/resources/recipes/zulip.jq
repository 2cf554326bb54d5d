# Zulip: messages-000001.json and realm.json of an export, or messages as the API gives them
# Owners and administrators of the realm are staff; a conversation is a topic of a channel.
def marks: (.zerver_message? != null) or ($files | any(endswith("realm.json"))) or (.sender_full_name? != null and .sender_id? != null);
def each: ["zerver_message", "messages"];
def together: ["realm.json"];
def context: (.["realm.json"] // {}) | {
  people: ([.zerver_userprofile[]? | {("\(.id)"): {email: (.delivery_email // .email), name: .full_name, bot: (.is_bot // false), role: (.role // 400)}}] | add // {}),
  channels: ([.zerver_recipient[]? | {("\(.id)"): "\(.type)/\(.type_id)"}] | add // {}),
  streams: ([.zerver_stream[]? | {("2/\(.id)"): .name}] | add // {})
};
def members: .zerver_userprofile[]? | select(((.role // 400) <= 200 or .is_bot == true) and ((.is_active // true) == true)) | {account: "\(.id)", role: (if .is_bot then "BOT" else "STAFF" end)};
def who: "\(.sender_id // .sender)";
def place: .display_recipient? // ($context.channels["\(.recipient)"] as $r | $context.streams[$r // ""] // $r // "\(.recipient)") | if type == "string" then . else "direct" end;
def rows: select(.id and (.sender_id // .sender)) | place as $channel | {
  id,
  author: who,
  name: (.sender_full_name // $context.people[who].name),
  at: (.timestamp // .date_sent),
  channel: $channel,
  conversation: "\($channel) > \(.subject // .topic // "")",
  automatic: (($context.people[who].bot == true) or ((.sender_email? // "") | test("-bot@")))
};
def settings: {fields: "named", organization: "the administration", note: "format zulip: a topic of a channel is a conversation"};
