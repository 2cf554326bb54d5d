# Chatwoot: conversations with their messages, or messages, as the API gives them
# Agents are staff; private notes are set aside, what happens to a conversation is left out.
def marks: (.messages?[0]?.message_type? != null and .messages?[0]?.conversation_id? != null) or (.message_type? != null and .conversation_id? != null) or (.payload?[0]?.message_type? != null) or (.data?.payload?[0]?.messages? != null);
def each: ["messages", "payload", "data.payload"];
def type: .message_type | tostring;
def isOut: type | . == "1" or . == "3" or . == "outgoing" or . == "template";
def agent: "\(.sender_type // .sender.type // "User" | ascii_downcase) \(.sender_id // .sender.id // "unknown")";
def isBot: (.sender.type // .sender_type // "") | ascii_downcase | contains("bot");
def isAgent: isOut and ((.sender.type // .sender_type // "User") | ascii_downcase | . == "user" or . == "agent_bot" or . == "agentbot");
def messages: (.messages? | arrays | .[]), (select(.messages? | not) | select(.message_type != null));
def members: messages | select(isAgent) | {account: agent, role: (if isBot then "BOT" else "STAFF" end)};
def kindOf: (.content // "") | if test("(marked|was) resolved") then "resolve" elif test("was reopened|marked (as )?open") then "reopen" elif test("was snoozed|marked (as )?pending") then "hold" else null end;
def rows: messages | if (type | . == "2" or . == "activity") then
    kindOf as $kind | if $kind then {conversation: .conversation_id, author: null, at: .created_at, kind: $kind, state: "activity"} else {drop: "activity"} end
  else {
  id: .id,
  conversation: .conversation_id,
  author: (if isOut then agent else "contact \(.sender.id // .sender_id // .conversation_id)" end),
  name: .sender.name,
  at: .created_at,
  channel: (if .inbox_id then "inbox \(.inbox_id)" else null end),
  private: (.private == true),
  automatic: ((type | . == "3" or . == "template") or isBot)
} end;
def settings: {fields: "named", organization: "the support team", note: "format chatwoot: agents are staff, templates are automatic"};
