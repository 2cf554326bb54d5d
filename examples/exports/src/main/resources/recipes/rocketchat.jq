# Rocket.Chat: messages as the API or the database gives them
# The export does not say who is staff: say it with --members. What happens in a room is left out.
def marks: (.messages?[0]?.rid? != null and .messages?[0]?.u? != null) or (.rid? != null and .u?.username? != null);
def each: ["messages"];
def id: if type == "object" then .["$oid"] else . end;
def time: if type == "object" then (.["$date"] | if type == "object" then .["$numberLong"] else . end) else . end;
def rows: if .t and .t != "e2e" then {drop: "room event \(.t)"} else {
  id: (._id | id),
  parent: .tmid,
  conversation: (if .tmid then .tmid elif (.tcount // 0) > 0 then (._id | id) else null end),
  author: .u.username,
  name: .u.name,
  at: (.ts | time),
  channel: .rid,
  automatic: (.bot != null)
} end;
def settings: {fields: "named"};
