# GitHub: issues with their events or comments, a file or a line each, as the API gives them
# Owners, members and collaborators of the repository are staff.
def marks: (.issue?.number? != null and .events? != null) or (.number? != null and .user?.login? != null and .author_association? != null) or (.issue_url? != null and .user?.login? != null);
def who: (.user // .actor) | .login?;
def people: (.issue?, .events?[]?, .comments?[]?, select(.author_association?)) | objects;
def members: people | select(.author_association == "MEMBER" or .author_association == "OWNER" or .author_association == "COLLABORATOR") | {account: who};
def automatic: ((.user // .actor).type? == "Bot") or ((who // "") | endswith("[bot]"));
def place: ((.repository_url? // .html_url? // "") | capture("github\\.com/(repos/)?(?<r>[^/]+/[^/]+)") | .r) // "";
def message($issue; $opener; $channel): {
  id: (if $opener then $issue else "\(.node_id? // .id)" end),
  parent: (if $opener then null else $issue end),
  conversation: $issue,
  author: who,
  at: (.created_at // .submitted_at),
  channel: (if $channel == "" then null else $channel end),
  label: (if $opener then "issue" elif .state? and .submitted_at? then "review" else "comment" end),
  automatic: automatic
};
def isTalk: .event as $e | $e == null or $e == "commented" or $e == "reviewed" or $e == "line-commented";
def issue: (.issue? | objects) // .;
def rows:
  (issue | place) as $channel |
  if .issue_url? and (.number? | not) then
    message("issue " + (.issue_url | split("/") | .[-1]); false; place)
  else
    ("issue \(issue.number)") as $issue |
    (issue | message($issue; true; $channel)),
    ((.events?, (.comments? | arrays), .comments_data?, .reviews?) | arrays | .[] | if isTalk then message($issue; false; $channel) else {drop: .event} end)
  end;
def settings: {organization: "the team of maintainers", note: "format github: owners, members and collaborators are staff; a comment answers its issue"};
