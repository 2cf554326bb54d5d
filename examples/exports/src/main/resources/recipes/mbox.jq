# Mailing lists and mailboxes: mbox, that of Pipermail too
# A mail answers what In-Reply-To names, else the last of its References.
def marks: $type == "mbox";
def rows: {
  id: (.["message-id"] // "mail \($file) \($n)"),
  author: .from,
  name: .name,
  at: .date,
  parent: ((.["in-reply-to"] // [])[0] // (.references // [])[-1]),
  channel: (.["list-id"] // null),
  automatic: (((.["auto-submitted"] // "no") | ascii_downcase) != "no" or ((.precedence // "") | (. != "" and . != "list" and test("auto_reply|bulk"; "i"))) or .["x-autoreply"] != null or .["x-autorespond"] != null)
};
def settings: {note: "format mbox: accounts are addresses in small letters"};
