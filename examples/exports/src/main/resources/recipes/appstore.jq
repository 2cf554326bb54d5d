# App Store: customer reviews with the developer's responses, as App Store Connect gives them
# The response is the developer's.
def marks: (.data?[0]?.type? == "customerReviews") or (.type? == "customerReviews");
def each: ["data", "included"];
def members: {account: "the developer", role: "BRAND"};
def rows:
  if .type == "customerReviews" then {
    id: .id, conversation: .id, author: .attributes.reviewerNickname, at: .attributes.createdDate, channel: "App Store", rating: .attributes.rating
  } elif .type == "customerReviewResponses" then {
    id: "\(.id)/response", parent: (.relationships.review.data.id // .id), conversation: (.relationships.review.data.id // .id), author: "the developer", at: .attributes.lastModifiedDate, channel: "App Store"
  } else {drop: .type} end;
def settings: {fields: "named", organization: "the developer"};
