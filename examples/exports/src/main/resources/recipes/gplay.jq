# Google Play: reviews with the developer's replies, as google-play-scraper writes them (CSV or JSON)
# The reply is the developer's; "A Google user" is nobody.
def marks: .reviewId? != null and (.repliedAt? != null or .replyContent? != null or (.userName? != null and .score? != null));
def developer: .bank // .developer // .app // .appName // .app_name // .appId // .app_id // "the developer";
def members: {account: developer, organization: developer, role: "BRAND"};
def rows:
  {
    id: .reviewId,
    author: (if .userName == "A Google user" then null else .userName end),
    at: .at,
    conversation: .reviewId,
    channel: (.platform // "Google Play"),
    addressee: developer,
    rating: .score
  },
  (select(.repliedAt) | {
    id: "\(.reviewId)/reply",
    parent: .reviewId,
    conversation: .reviewId,
    author: developer,
    at: .repliedAt,
    channel: (.platform // "Google Play")
  });
def settings: {fields: "named", note: "format gplay: a review and the reply to it; whoever asks by several developers looks at them by organization"};
