# Intercom: conversations with their parts, as the API gives them
# Admins are staff, bots are programs; notes and assignments without words are left out.
def marks: (.conversation_parts?.conversation_parts? != null) or (.conversations?[0]?.conversation_parts? != null) or (.source?.author?.type? != null);
def each: ["conversations"];
def people: (.source.author?, (.conversation_parts.conversation_parts[]?.author)) | objects;
def who: "\(.id)";
def members: people | select(.type == "admin" or .type == "bot" or .type == "team") | {account: who, role: (if .type == "bot" then "BOT" else "STAFF" end)};
def rows:
  "\(.id)" as $c | (.source.type // "conversation") as $channel |
  {id: "\($c)/\(.source.id // "0")", conversation: $c, author: (.source.author | who), name: .source.author.name, at: .created_at, channel: $channel, automatic: (.source.author.type == "bot")},
  (.conversation_parts.conversation_parts[]? |
    if .part_type == "note" then {id: "\($c)/\(.id)", conversation: $c, author: (.author | who), at: .created_at, channel: $channel, private: true}
    elif .body and (.part_type | test("comment|assignment|open|close|message|quick_reply")) then
      {id: "\($c)/\(.id)", conversation: $c, author: (.author | who), name: .author.name, at: .created_at, channel: $channel, automatic: (.author.type == "bot")}
    else {drop: .part_type} end);
def settings: {organization: "the support team", note: "format intercom: admins are staff"};
