# Zendesk: users and comments, tickets with their comments, or audits, as the API and exports give them
# Agents and admins are staff; what a rule or a trigger sends is automatic; private notes are set aside.
def marks: (.comments?[0]?.ticket_id? != null) or (.comments?[0]? | .author_id? != null and .public? != null) or (.ticket_id? != null and .author_id? != null and (.public? != null or .events? != null)) or ((.audits? // .ticket_audits?) | .[0]?.ticket_id? != null) or (.requester_id? != null and .submitter_id? != null) or ($files | any(endswith("ticket_comments.json")));
def each: ["comments", "users", "tickets", "audits", "ticket_audits", "ticket_metrics"];
def isUser: .role != null and .author_id == null;
def user: {person: {account: .id, name: .name}}, (select(.role and .role != "end-user") | {member: {account: .id, role: (if (.name // "") | test("\\bbot\\b"; "i") then "BOT" else "STAFF" end)}});
def ticket: .ticket_id // $around.ticket_id? // $around.ticket.id? // $around.id? // ($file | capture("(?<n>\\d+)[^/]*$").n);
def isPrivate: if . == false then true elif . == true or . == null then false else (tostring | ascii_downcase | . == "false" or . == "f" or . == "no" or . == "n" or . == "0") end;
def comment($ticket): {
  id,
  conversation: $ticket,
  author: .author_id,
  at: .created_at,
  channel: .via.channel?,
  private: (.public | isPrivate),
  automatic: (.via.channel? | . == "rule" or . == "trigger" or . == "automation" or . == "system")
};
def kindOf: if . == "solved" or . == "closed" then "resolve" elif . == "pending" or . == "hold" then "hold" elif . == "open" then "resume" else null end;
def change($before; $after): (if ($before == "solved" or $before == "closed") and ($after | kindOf) != "resolve" then "reopen" elif $before == "solved" and $after == "closed" then null else ($after | kindOf) end);
def audit: . as $audit | .events[] |
  if .type == "Comment" then {id, author_id: (.author_id // $audit.author_id), created_at: $audit.created_at, public, via: $audit.via} | comment($audit.ticket_id)
  elif .type == "Change" and .field_name == "status" then
    change(.previous_value; .value) as $kind | if $kind then {conversation: $audit.ticket_id, author: $audit.author_id, at: $audit.created_at, kind: $kind, state: "status \(.value)"} else {drop: "status \(.value)"} end
  else {drop: "audit of \(.type)"} end;
def solved($ticket): select(.solved_at) | {conversation: $ticket, author: null, at: .solved_at, kind: "resolve", state: "solved"};
def rows:
  if .events and .ticket_id then audit
  elif .author_id and .created_at and .comments == null then comment(ticket)
  elif isUser then user
  elif .ticket_id and (.solved_at or .reply_time_in_minutes) then if .solved_at then solved(.ticket_id) else {drop: "metrics of a ticket that is not solved"} end
  else
    .id as $ticket |
    ((.users | arrays | .[]), ((.requester, .submitter, .assignee) | objects) | user),
    (.comments | arrays | .[] | comment(.ticket_id // $ticket)),
    (.audits | arrays | .[] | audit),
    (.metric_set | objects | solved($ticket)),
    (select(.requester_id and .comments == null) | {drop: "ticket, whose comments are the rows"})
  end;
def settings: {fields: "named", organization: "the support team", note: "format zendesk: agents and admins are staff"};
