# Customer support on Twitter: the public CSV with tweet_id, author_id, inbound, created_at, in_response_to_tweet_id
# Who writes tweets that are not inbound is a company, and whose name stands in a tweet is spoken to.
def marks: .tweet_id? != null and .inbound? != null and .author_id? != null;
def isInbound: .inbound as $i | $i == "True" or $i == "true" or $i == "t" or $i == "1" or $i == true;
def members: select(isInbound | not) | {account: .author_id, organization: .author_id, role: "BRAND"};
def rows: {
  id: .tweet_id,
  author: .author_id,
  at: .created_at,
  parent: .in_response_to_tweet_id,
  addressee: (if isInbound then ((.text // "") | capture("@(?<a>[A-Za-z_]\\w*)") | .a) // null else null end),
  channel: "twitter"
};
def settings: {fields: "named", note: "format twcs: every account whose tweets are not inbound is a company; a customer speaks to the first company that the text names, else to the one that is answered"};
