# Mastodon: statuses as the API gives them, or an outbox in ActivityStreams
# The export does not say who is staff: say it with --members. Boosts are shares.
def marks: (has("in_reply_to_id") or .reblogs_count? != null or .spoiler_text? != null) and .account?.acct? != null or (.orderedItems?[0]?.type? != null) or (.descendants? != null and .ancestors? != null);
def each: ["orderedItems", "ancestors", "descendants"];
def status: {id, author: .account.acct, name: .account.display_name, at: .created_at, parent: .in_reply_to_id, channel: "mastodon", automatic: (.account.bot == true)};
def rows:
  if .account then
    if .reblog then {author: .account.acct, at: .created_at, parent: .reblog.id, kind: "share", channel: "mastodon"} else status end
  elif .type == "Create" and ((.object | type) == "object") then .object | {id, author: .attributedTo, at: .published, parent: .inReplyTo, conversation: .conversation, channel: "mastodon"}
  elif .type == "Announce" then {author: .actor, at: .published, parent: (.object | if type == "object" then .id else . end), kind: "share", channel: "mastodon"}
  elif .type then {drop: .type}
  else empty end;
def settings: {fields: "named"};
