# GitLab: issues or merge requests with their notes, a file or a line each, as the API and exports of projects give them
# The export does not say who is staff: say it with --members. Notes that the system writes are left out, internal ones set aside.
def marks: (.iid? != null and (.author?.username? != null or .author_id? != null) and (.notes? != null or .discussions? != null or .web_url? != null)) or (.noteable_type? != null and .author?.username? != null) or (.resource_type? != null and .state? != null and .user?.username? != null) or ($files | any(endswith("tree/project/issues.ndjson")));
def who: .author.username? // .author_id;
def change($issue; $state; $word; $who; $at): {conversation: $issue, author: $who, at: $at, kind: (if $state == "reopened" then "reopen" else "resolve" end), state: $word};
def stateOf: (.body // .note // "") | if startswith("closed") then "closed" elif startswith("reopened") then "reopened" elif startswith("merged") then "merged" else null end;
def note($issue; $opener): if .system == true then
    stateOf as $state | if $state then change($issue; $state; "system note"; who; .created_at) else {drop: "system note"} end
  else {
  id: "note \(.id)",
  parent: $opener,
  conversation: $issue,
  author: who,
  name: .author.name,
  at: .created_at,
  private: ((.internal == true) or (.confidential == true)),
  automatic: (((.author.username // "") | (contains("bot") and test("(^|[-_])bot([-_]|$)|^(project|group)_\\d+_bot"))) or (.author.bot == true))
} end;
def rows:
  if .noteable_type then note("\(.noteable_type) \(.noteable_id // .noteable_iid)"; null)
  elif .resource_type then change("\(.resource_type) \(.resource_id)"; .state; .state; .user.username; .created_at)
  elif .iid and (.author or .author_id) then
    "\(if .merge_status or .source_branch then "MergeRequest" else "Issue" end) \(.id // .iid)" as $issue |
    ((.notes? // []) + ((.discussions? // []) | map(.notes[]?))) as $notes |
    {id: $issue, conversation: $issue, author: who, name: .author.name, at: .created_at, label: "issue"},
    ($notes[] | note($issue; $issue)),
    ((.closed_at // .merged_at) as $at | select($at and ($notes | any(.system == true and stateOf != null) | not)) | change($issue; "closed"; "closed"; (.closed_by // .merged_by | .username?); $at))
  else {drop: "neither issue nor note"} end;
def settings: {fields: "named", note: "format gitlab: a note answers its issue"};
