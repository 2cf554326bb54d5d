# Mattermost: the JSON Lines of a bulk export
# Administrators of the system and of teams are staff; replies of a post are read with it.
def marks: (.type? == "version" and .version? != null) or (.post?.channel? != null and .post?.create_at? != null);
def roles: [.roles // "", (.teams[]? | .roles // "")] | join(" ");
def members: (select(.type == "user") | .user | select(roles | test("system_admin|team_admin")) | {account: .username}), (select(.type == "bot") | .bot | {account: .username, role: "BOT"});
def isTrue: . == true or . == "true";
def row($channel; $parent): {id: "\($channel)/\(.user)/\(.create_at)", parent: $parent, author: .user, at: .create_at, channel: $channel, conversation: $parent, automatic: ((.props.from_bot? | isTrue) or (.props.from_webhook? | isTrue))};
def thread($channel): "\($channel)/\(.user)/\(.create_at)" as $id | (.replies // []) as $replies |
  if (.type // "") | startswith("system_") then {drop: .type} else (row($channel; null) | .conversation = $id), ($replies[] | row($channel; $id)) end;
def rows:
  if .type == "post" then .post | thread(.channel)
  elif .type == "direct_post" then .direct_post | thread("direct: " + ((.channel_members // []) | sort | join(" ")))
  elif .type == "user" then {person: {account: .user.username, name: ([.user.first_name, .user.last_name] | map(select(. and . != "")) | join(" "))}}, {drop: "line about a user"}
  elif (.type | test("^(version|team|channel|direct_channel|emoji|role|scheme|bot)$")) then {drop: "line about a \(.type)"}
  else empty end;
def settings: {fields: "named", organization: "the administration", note: "format mattermost: administrators of the system and of teams are staff"};
