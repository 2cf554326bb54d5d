# Zendesk: users.json and ticket_comments.json (or tickets with their comments), as the API gives them
# Agents and admins are staff; what a rule or a trigger sends is automatic; private notes are set aside.
def marks: (.comments?[0]?.ticket_id? != null) or (.ticket_id? != null and .author_id? != null and .public? != null) or ($files | any(endswith("ticket_comments.json")));
def members: (.users?, (select(.role? and .email? and .id) | [.]) | arrays | .[]) | select(.role and .role != "end-user") | {account: .id, role: (if (.name // "") | test("\\bbot\\b"; "i") then "BOT" else "STAFF" end)};
def comment: {
  id,
  conversation: .ticket_id,
  author: .author_id,
  at: .created_at,
  channel: (.via | .channel?),
  private: (.public as $p | $p == false or ($p != true and $p != null and ($p | tostring | test("^(false|f|no|n|0)$"; "i")))),
  automatic: ((.via.channel) as $v | $v == "rule" or $v == "trigger" or $v == "automation" or $v == "system")
};
def rows: ((.comments? | arrays | .[]), (select(.author_id? and .created_at? and .id) | select(.comments? | not))) | comment;
def settings: {organization: "the support team", note: "format zendesk: agents and admins are staff"};
