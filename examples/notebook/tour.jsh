// # A tour of a year
//
// `log` holds a made-up year of a coffee roaster: what people wrote on five channels, what they did,
// and what the roaster answered. `show(…)` prints the first line of a result, `table(…)` all of it.
show(log);
// ==> log: 7,390 messages, 14,575 acts

// ## How long do people wait?
//
// Each turn of a person waits for an answer. Those who still wait are counted as waiting, not left
// out, so the median is that of everybody.
var response = log.measure(ResponseTime.eachTurn());
show(response);
// ==> response each turn: median 2 h 50 min
show(response.median());
// ==> 2 h 50 min [2 h 24 min, 3 h 11 min]
show(response.within(Duration.ofHours(1)));
// ==> 0.30 [0.28, 0.31]
show(response.answeredSoFar());
// ==> 0.70 [0.68, 0.72] 1969/2802, deff 1.0

// ## Who are they?
//
// Every count can be looked into: the cases that lasted longest, and as many by lot.
var opened = log.measure(ResponseTime.eachTurn().opened(3));
show(opened.cases("waiting").count());
// ==> 833
table(opened.cases("waiting"));

// ## Is it the same on every channel?
//
// Any measure can be split by any dimension, and is a measure again.
var byChannel = log.measure(ResponseTime.eachTurn().by(Dimension.CHANNEL));
show(byChannel);
// ==> 5 keys of channel
table(byChannel);
picture(Pictures.answered(byChannel, Duration.ofHours(24)));

// ## As a data frame
//
// Facts are rows, each number once, with its name, interval and counts.
var frame = Frames.of(byChannel.facts());
show(frame.rowCount());
// ==> 185
table(frame.where(frame.stringColumn("statistic").isEqualTo("answered_within_24h")).selectColumns("key", "value", "low", "high"));

// ## Is it a conversation?
//
// An answer is not yet a dialogue: somebody has to come back.
var dialogue = log.measure(Dialogue.standard());
show(dialogue);
// ==> dialogue: two-way 0.71, 2,435 strands
show(dialogue.twoWay());
// ==> 0.71 [0.69, 0.74] 1412/1976, deff 1.0
show(dialogue.returned());
// ==> 0.35 [0.32, 0.37] 492/1412, deff 1.0

// ## How far do people come?
var path = log.measure(APath.standard());
show(path);
// ==> a-path: 2,750 people, 190 advocates
picture(Pictures.stages(path));

// ## A question of your own
//
// In one line, with error bars, splits and views like any other.
var night = Counts.ofMessages("at night", row -> row.at().atZone(ZoneOffset.UTC).getHour() < 8);
show(log.measure(night).share());
// ==> 0.14 [0.13, 0.16] 1068/7390, deff 1.7
show(log.between("2025-06-01T00:00:00Z", "2025-07-01T00:00:00Z").measure(night).share());
// ==> 0.13 [0.10, 0.17] 88/669, deff 1.4

// ## What was left out?
//
// Nothing is lost silently.
show(log.audit());
// ==> audit: 22789 rows, 21 set aside
