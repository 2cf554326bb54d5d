# Mattermost: the JSON Lines of a bulk export
# System administrators are staff; replies of a post are read with it.
def marks: (.type? == "version" and .version? != null) or (.post?.channel? != null and .post?.create_at? != null);
def members: select(.type == "user") | .user | select((.roles // "") | test("system_admin|team_admin")) | {account: .username};
def key: "\(.channel // "direct")/\(.user)/\(.create_at)";
def row($channel; $parent): {id: "\($channel)/\(.user)/\(.create_at)", parent: $parent, author: .user, at: .create_at, channel: $channel, conversation: $parent, automatic: ((.props.from_bot? // .props.from_webhook? // "false") == "true")};
def thread($channel): "\($channel)/\(.user)/\(.create_at)" as $id | (.replies // []) as $replies |
  if (.type // "") | test("^system_") then {drop: .type} else (row($channel; null) | .conversation = $id), ($replies[] | row($channel; $id)) end;
def rows:
  if .type == "post" then .post | thread(.channel)
  elif .type == "direct_post" then .direct_post | thread("direct: " + ((.channel_members // []) | sort | join(" ")))
  elif (.type | test("^(version|user|team|channel|direct_channel|emoji|role|scheme|bot)$")) then {drop: "line about a \(.type)"}
  else empty end;
def settings: {organization: "the administration", note: "format mattermost: system and team administrators are staff"};
