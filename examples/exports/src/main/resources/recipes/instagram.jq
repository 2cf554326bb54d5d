# Instagram: comments with their replies, a line each, under the address of the post
# The export does not say whose posts they are: say it with --members.
def marks: .ownerUsername? != null and (.postUrl? != null or .replies? != null);
def post: .postUrl // .postId // .inputUrl // "post";
def comment($post; $parent): {id, parent: $parent, conversation: $post, author: .ownerUsername, at: .timestamp, channel: "instagram"};
def tree($post; $parent): comment($post; $parent), (.id as $id | .replies[]? | tree($post; $id));
def rows: post as $post | tree($post; null);
def settings: {note: "format instagram: all comments under one post are one conversation"};
