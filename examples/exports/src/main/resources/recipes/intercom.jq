# Intercom: conversations with their parts, as the API gives them
# Admins are staff, bots are programs; notes are set aside, assignments without words and parts that are not in the file left out.
def marks: (.conversation_parts?.conversation_parts? != null) or (.conversations?[0]? | .conversation_parts? != null or .source?.author?.type? != null) or (.source?.author?.type? != null);
def each: ["conversations"];
def parts: .conversation_parts.conversation_parts? // [];
def people: (.source.author?, parts[].author?) | objects;
def who: if . then "\(.id)" else null end;
def members: people | select(.type == "admin" or .type == "bot" or .type == "team") | {account: who, role: (if .type == "bot" then "BOT" else "STAFF" end)};
def change($c): .part_type as $type | (if $type == "close" then "resolve" elif ($type == "open" or ($type | endswith("_and_reopen"))) then "reopen" elif $type == "snoozed" then "hold" elif ($type | endswith("unsnoozed")) then "resume" else null end) as $kind |
  if $kind then {conversation: $c, author: (.author | who), at: .created_at, kind: $kind, state: $type} else null end;
def rows:
  "\(.id)" as $c | (.source.type // "conversation") as $channel |
  {id: "\($c)/\(.source.id // "0")", conversation: $c, author: (.source.author | who), name: .source.author.name, at: .created_at, channel: $channel, automatic: (.source.author.type == "bot" or ((.source.delivered_as // "") | . == "automated" or . == "campaigns_initiated" or . == "operator_initiated"))},
  (parts[] | change($c) as $change |
    if .part_type | startswith("note") then {id: "\($c)/\(.id)", conversation: $c, author: (.author | who), name: .author.name, at: .created_at, channel: $channel, private: true}, ($change // empty)
    elif .body and .body != "" and (.part_type | test("comment|assign|open|close|message|quick_reply")) then
      {id: "\($c)/\(.id)", conversation: $c, author: (.author | who), name: .author.name, at: .created_at, channel: $channel, automatic: (.author.type == "bot")}, ($change // empty)
    else $change // {drop: .part_type} end),
  ((.conversation_parts.total_count? // .statistics.count_conversation_parts? // 0) - (parts | length) | select(. > 0) | {drop: "parts that are not in the file", count: .}),
  (.conversation_rating? | objects | select(.rating != null) | {conversation: $c, author: (.contact.id? // .customer.id?), at: .created_at, kind: "rate", rating: .rating});
def settings: {fields: "named", organization: "the support team", note: "format intercom: admins are staff"};
