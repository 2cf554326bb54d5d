# Discourse: topics as /t/ID.json gives them, a file each
# Admins, moderators and whoever is marked as staff are staff; posts that are not in the file are counted.
def marks: .post_stream?.posts? != null;
def members: .post_stream.posts[] | select(.staff or .admin or .moderator) | {account: .username};
def rows:
  . as $topic | ((.slug // .title) | tostring) as $name |
  (.post_stream.posts[] | if (.post_type // 1) == 1 or .post_type == 4 then {
    id: "\(.topic_id // $topic.id)/\(.post_number)",
    parent: (if .post_number == 1 then null else "\(.topic_id // $topic.id)/\(.reply_to_post_number // 1)" end),
    conversation: (.topic_id // $topic.id),
    author: .username,
    name: .name,
    at: .created_at,
    channel: ($topic.category_id | if . then "category \(.)" else null end),
    private: (.post_type == 4)
  } else {drop: "post of type \(.post_type)"} end),
  ((($topic.post_stream.stream // []) | length) - ($topic.post_stream.posts | length) | select(. > 0) | {drop: "posts that are not in the file", count: .});
def settings: {fields: "named", organization: "the staff", note: "format discourse: a post that names none answers the first of its topic"};
