# YouTube: comment threads with their replies, as the API gives them
# The owner of the channel that the video is on is staff.
def marks: (.items?[0]?.snippet?.topLevelComment? != null) or (.snippet?.topLevelComment? != null) or (.kind? // "" | tostring | test("^youtube#comment"));
def each: ["items"];
def who: .snippet | .authorChannelId.value? // .authorDisplayName;
def comments: (.snippet.topLevelComment?, .replies.comments[]?, (select(.kind == "youtube#comment"))) | objects;
def things: if (.items? | type) == "array" then .items[] else . end;
def members: things | comments | select(.snippet.channelId != null and (who) == .snippet.channelId) | {account: who};
def rows: things | (.snippet.videoId // .snippet.topLevelComment.snippet.videoId) as $video |
  (comments | {
    id,
    parent: .snippet.parentId,
    conversation: (.snippet.parentId // .id),
    author: who,
    name: .snippet.authorDisplayName,
    at: .snippet.publishedAt,
    channel: "youtube",
    topic: (.snippet.videoId // $video)
  }),
  ((.snippet.totalReplyCount? // 0) - ([.replies.comments[]?] | length) | select(. > 0) | {drop: "replies that do not stand with their thread", count: .});
def settings: {fields: "named", organization: "the channel's owner", note: "format youtube: a comment with its replies is a conversation"};
