# Hacker News: stories and comments, as the API and its dumps give them
# Nobody is staff; a comment answers its parent.
def marks: (.by? != null and .time? != null and .id? != null and (.type? // "" | tostring | test("^(story|comment|job|poll)$"))) or ((.story_id? != null or ._tags? != null) and .objectID? != null and .author? != null) or (.children? != null and .author? != null and .created_at_i? != null) or (.hits?[0]?.objectID? != null and .hits?[0]?.created_at_i? != null);
def each: ["hits"];
def tree: (select(.type == "job") | {drop: "job"}), (select(.type != "job") | {id, parent: .parent_id, author, at: .created_at_i, channel: "hackernews", label: .type}), (.children[]? | tree);
def rows:
  if .children and .created_at_i then tree
  elif .objectID then {id: .objectID, parent: .parent_id, conversation: (.story_id // .objectID), author, at: (.created_at_i // .created_at), channel: "hackernews"}
  elif .deleted or .dead then {drop: (if .deleted then "deleted" else "dead" end)}
  elif .type == "job" or .type == "pollopt" then {drop: .type}
  else {id, parent, author: .by, at: .time, channel: "hackernews", label: .type} end;
def settings: {fields: "named"};
