# Chatwoot: conversations with their messages, or messages, as the API gives them
# Agents are staff; private notes are set aside, what happens to a conversation is left out.
def marks: (.messages?[0]?.message_type? != null and .messages?[0]?.conversation_id? != null) or (.message_type? != null and .conversation_id? != null) or (.payload?[0]?.message_type? != null);
def each: ["messages", "payload", "data.payload"];
def type: .message_type | tostring;
def isOut: type | test("^(1|3|outgoing|template)$");
def agent: "\(.sender_type // .sender.type // "User" | ascii_downcase) \(.sender_id // .sender.id // "unknown")";
def isAgent: isOut and ((.sender.type // .sender_type // "User") | test("^(User|user|agent_bot|AgentBot)$"));
def messages: (.messages? | arrays | .[]), (select(.messages? | not) | select(.message_type != null));
def members: messages | select(isAgent) | {account: agent, role: (if (.sender.type // .sender_type // "") | test("bot"; "i") then "BOT" else "STAFF" end)};
def rows: messages | if (type | test("^(2|activity)$")) then {drop: "activity"} else {
  id: .id,
  conversation: .conversation_id,
  author: (if isOut then agent else "contact \(.sender.id // .sender_id // .conversation_id)" end),
  name: .sender.name,
  at: .created_at,
  channel: (if .inbox_id then "inbox \(.inbox_id)" else null end),
  private: (.private == true),
  automatic: ((type | test("^(3|template)$")) or ((.sender.type // .sender_type // "") | test("bot"; "i")))
} end;
def settings: {organization: "the support team", note: "format chatwoot: agents are staff, templates are automatic"};
