# Discord: the JSON of DiscordChatExporter, a file for each channel
# Whoever has a role that is called staff, moderator, admin, support, team or owner is staff.
def marks: .guild? != null and .channel? != null and .messages? != null;
def each: ["messages"];
def members: (.author | objects) | select(.isBot or any(.roles[]?; .name | test("staff|moderator|\\bmods?\\b|admin|support|\\bteam\\b|owner|employee|developer"; "i"))) | {account: .id, organization: ($around.guild.name // ""), role: (if .isBot then "BOT" else "STAFF" end)};
def rows:
  if .type == "Default" or .type == "Reply" then {
    id,
    author: .author.id,
    name: (.author.nickname // .author.name),
    at: .timestamp,
    parent: (.reference.messageId),
    channel: $around.channel.name,
    conversation: (if ($around.channel.type? // "") | test("Thread") then $around.channel.id else null end),
    automatic: (.author.isBot == true)
  } else {drop: .type} end;
def settings: {fields: "named", note: "format discord: staff are those with a role called staff, moderator, admin, support or the like"};
