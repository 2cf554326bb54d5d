# Instagram: comments with their replies, as the Graph API gives them, or a line each under the address of the post
# The export does not say whose posts they are: say it with --members.
def isGraph: .username? != null and (.timestamp? | tostring | endswith("+0000")) and (.id? | tostring | test("^\\d{15,}$"));
def marks: (.ownerUsername? != null and (.postUrl? != null or .replies? != null)) or isGraph or (.data?[0]? | isGraph) or (.data?[0]?.comments?.data?[0]? | isGraph) or (.comments?.data?[0]? | isGraph);
def each: ["data", "comments.data"];
def post: .postUrl // .postId // .inputUrl // .media.id? // $around.permalink? // $around.id? // "comments of \($file)";
def list: if type == "object" then .data[]? elif type == "array" then .[] else empty end;
def comment($post; $parent): {id, parent: ($parent // .parent_id), conversation: $post, author: (.ownerUsername // .username // .from.username?), at: .timestamp, channel: "instagram"};
def tree($post; $parent): comment($post; $parent), (.id as $id | .replies? | list | tree($post; $id));
def rows: if .comments.data? then (.permalink // .id) as $post | .comments.data[] | tree($post; null) else post as $post | tree($post; null) end;
def settings: {fields: "named", note: "format instagram: all comments under one post are one conversation"};
