# Telegram: result.json of one chat, or of all
# The export does not say who is staff: say it with --members, by account (user21) or by name.
def marks: (.type? // "" | tostring | test("chat|group|channel|bot|saved")) and .messages? != null or (.chats?.list? != null);
def each: ["messages", "chats.list[].messages"];
def chat: $around.id? // "";
def rows:
  if .type == "message" then {
    id: "\(chat)/\(.id)",
    author: (.from_id // .actor_id // .from),
    name: .from,
    at: (.date_unixtime // .date),
    parent: (if .reply_to_message_id then "\(.reply_to_peer_id // chat)/\(.reply_to_message_id)" else null end),
    channel: $around.name,
    automatic: ((.from // "") | ascii_downcase | endswith("bot"))
  } else {drop: "service: \(.action // .type)"} end;
def settings: {fields: "named", note: "format telegram: who is called something with bot at its end is taken for a program; reactions are no rows"};
