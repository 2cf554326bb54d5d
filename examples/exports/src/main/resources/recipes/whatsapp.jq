# WhatsApp: a chat exported as text
# Nothing says who answers whom, so say --gap=4h; who is staff, with --members; the zone with --zone.
def marks: $type == "lines";
def begins: "\\[?\\d{1,4}[./-]\\d{1,2}[./-]\\d{2,4},? \\d{1,2}[:.]\\d\\d([:.]\\d\\d)?( ?[AaPp]\\.? ?[Mm]\\.?)?(\\]| -) ";
def parts: .text | capture("^\\[?(?<at>\\d{1,4}[./-]\\d{1,2}[./-]\\d{2,4},? \\d{1,2}[:.]\\d\\d([:.]\\d\\d)?( ?[AaPp]\\.? ?[Mm]\\.?)?)(\\]| -) (?<rest>[\\s\\S]*)$");
def chat: $file | sub("\\.txt$"; "");
def rows: . as $line | parts | .at as $at | .rest as $rest |
  if ($rest | test("^[^:\\n\"“”]{1,60}: ")) then {
    id: "\(chat)/\($line.line)",
    author: ($rest | capture("^(?<a>[^:\\n]{1,60}): ").a),
    at: $at,
    channel: chat
  } else {drop: "notice of the chat"} end;
def settings: {note: "format whatsapp: whether day or month comes first is told by the dates; each file is a chat"};
