# GitLab: issues or merge requests with their notes, a file or a line each, as the API gives them
# The export does not say who is staff: say it with --members. Notes that the system writes are left out, internal ones set aside.
def marks: (.iid? != null and .author?.username? != null and (.notes? != null or .discussions? != null or .web_url? != null)) or (.noteable_type? != null and .author?.username? != null);
def note($issue; $opener): if .system == true then {drop: "system note"} else {
  id: "note \(.id)",
  parent: $opener,
  conversation: $issue,
  author: .author.username,
  name: .author.name,
  at: .created_at,
  private: ((.internal == true) or (.confidential == true)),
  automatic: (((.author.username // "") | (contains("bot") and test("(^|[-_])bot([-_]|$)|^(project|group)_\\d+_bot"))) or (.author.bot == true))
} end;
def rows:
  if .noteable_type then note("\(.noteable_type) \(.noteable_iid // .noteable_id)"; null)
  else "\(if .merge_status then "MergeRequest" else "Issue" end) \(.iid)" as $issue |
    {id: $issue, conversation: $issue, author: .author.username, name: .author.name, at: .created_at, label: "issue"},
    (((.notes? // []), ((.discussions? // []) | map(.notes[]?))) | .[]? | note($issue; $issue))
  end;
def settings: {note: "format gitlab: a note answers its issue"};
