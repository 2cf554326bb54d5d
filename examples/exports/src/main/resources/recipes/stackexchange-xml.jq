# Stack Exchange: Posts.xml and Comments.xml of a data dump, with the names of Users.xml
# Nobody is staff; an answer answers its question, a comment its post.
def marks: ($files | any(endswith("Posts.xml"))) or (.xml? // "" | test("<posts>|<comments>"));
def each: ["posts.row", "comments.row", "users.row"];
def account: .OwnerUserId // .UserId // (if .OwnerDisplayName then "name:" + .OwnerDisplayName elif .UserDisplayName then "name:" + .UserDisplayName else null end);
def rows:
  if $around.path == "posts.row" then
    if .PostTypeId == "1" then {id: .Id, author: account, at: (.CreationDate + "Z"), label: "question"}
    elif .PostTypeId == "2" then {id: .Id, author: account, at: (.CreationDate + "Z"), parent: .ParentId, label: "answer"}
    else {drop: "post of type \(.PostTypeId)"} end
  elif $around.path == "users.row" then {person: {account: .Id, name: .DisplayName}}
  else {id: "comment \(.Id)", author: account, at: (.CreationDate + "Z"), parent: .PostId, label: "comment"} end;
def settings: {note: "format stackexchange-xml: times are UTC; label is question, answer or comment"};
