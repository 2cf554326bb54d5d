# GitHub: issues with their events or comments, a file or a line each, as the API and gh issue list --json give them
# Owners, members and collaborators of the repository are staff.
def marks: (.issue?.number? != null and .events? != null) or (.number? != null and .user?.login? != null and .author_association? != null) or ((.issue_url? != null or .pull_request_url? != null) and .user?.login? != null) or (.number? != null and .author?.login? != null and .createdAt? != null);
def person: .user // .actor // .author;
def who: person | .login?;
def isStaff: (.author_association // .authorAssociation) | . == "MEMBER" or . == "OWNER" or . == "COLLABORATOR";
def automatic: person | .type? == "Bot" or .is_bot? == true or ((.login? // "") | endswith("[bot]"));
def place: (.repository_url? // .issue_url? // .pull_request_url? // .html_url? // .url? // "") | split("/") |
  if length < 5 then null elif .[3] == "repos" then "\(.[4])/\(.[5])" elif .[3] == "api" then "\(.[6])/\(.[7])" else "\(.[3])/\(.[4])" end;
def key($place; $number): if $place == null then "issue \($number)" else "\($place)#\($number)" end;
def at: .created_at // .submitted_at // .createdAt // .submittedAt;
def opener($issue; $place): {id: $issue, conversation: $issue, author: who, at: at, channel: $place, label: "issue", automatic: automatic, staff: isStaff};
def answer($issue; $place): {
  id: (.node_id // .id),
  parent: $issue,
  conversation: $issue,
  author: who,
  at: at,
  channel: $place,
  label: (if .state and (.submitted_at or .submittedAt) then "review" else "comment" end),
  automatic: automatic,
  staff: isStaff
};
def event($issue; $place):
  if .event == null or .event == "commented" or .event == "reviewed" or .event == "line-commented" then answer($issue; $place)
  elif .event == "closed" then {conversation: $issue, author: who, at: .created_at, kind: "resolve", state: "closed"}
  elif .event == "reopened" then {conversation: $issue, author: who, at: .created_at, kind: "reopen", state: "reopened"}
  else {drop: .event} end;
def closing($issue): (.closed_at // .closedAt) as $at | select($at) | {conversation: $issue, author: (.closed_by | .login?), at: $at, kind: "resolve", state: "closed"};
def issue: if .issue then .issue else . end;
def rows:
  if (.issue_url or .pull_request_url) and .number == null then
    place as $place | answer(key($place; .issue_url // .pull_request_url | split("/") | .[-1]); $place)
  else
    issue as $it | ($it | place) as $place |
    if $it.number == null then {drop: "neither issue nor comment"} else
      key($place; $it.number) as $issue |
      ($it | opener($issue; $place)),
      ((.events, .comments, .comments_data, .reviews) | arrays | .[] | event($issue; $place)),
      (select((.events // [] | any(.event == "closed")) | not) | $it | closing($issue))
    end
  end;
def settings: {fields: "named", organization: "the team of maintainers", note: "format github: owners, members and collaborators are staff; a comment answers its issue"};
