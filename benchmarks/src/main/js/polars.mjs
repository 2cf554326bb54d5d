// The questions of the peer comparison, answered by Polars in a process of its own.
//
//   node polars.mjs FOLDER [ROUNDS]
//
// FOLDER is where the comparison kept messages.csv, events.csv and expected.txt. Every answer is compared with
// expected.txt: counts exactly, times within the 0.4 percent to which a summary keeps them. Messages are sorted by
// conversation and events by person when they are read, as a log does; that time is told apart.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import pl from "nodejs-polars";

const { col, when, lit } = pl;
const folder = process.argv[2];
const rounds = Number(process.argv[3] ?? 5);
const MEMBERS = 20;
const DAY = 86_400_000;
const WINDOW = 30 * DAY;
const STEPS = ["view", "click", "reaction", "subscribe", "recommend"];

function readMessages() {
  return pl
    .readCSV(join(folder, "messages.csv"), {
      dtypes: {
        id: pl.Int32,
        parent: pl.Int32,
        conversation: pl.Int32,
        author: pl.Int32,
        millis: pl.Int64,
        channel: pl.Categorical,
      },
    })
    .withColumn(col("author").lt(lit(MEMBERS)).alias("member"));
}

function readEvents() {
  const dtypes = { person: pl.Int32, millis: pl.Int64, kind: pl.Utf8 };
  return pl.readCSV(join(folder, "events.csv"), { dtypes });
}

// In order, the next message of a member is the next value from below; it counts within the conversation only.
function responseByChannel(messages) {
  const answered = col("member").shift(1).or(col("conversation").neq(col("conversation").shift(1)));
  const inConversation = col("answering").eq(col("conversation"));
  const rows = messages
    .lazy()
    .withColumns(
      when(col("member")).then(col("millis")).otherwise(lit(null)).backwardFill().alias("stop"),
      when(col("member")).then(col("conversation")).otherwise(lit(null)).backwardFill().alias("answering"),
      answered.fillNull(lit(true)).alias("starts"),
    )
    .filter(col("starts").and(col("member").not()))
    .select(
      col("channel"),
      when(inConversation).then(col("stop").minus(col("millis"))).otherwise(lit(null)).alias("latency"),
    )
    .groupBy("channel")
    .agg(
      col("latency").count().alias("answered"),
      col("latency").nullCount().alias("waiting"),
      col("latency").quantile(0.5, "linear").alias("median"),
      col("latency").quantile(0.9, "linear").alias("p90"),
    )
    .collectSync()
    .toRecords();
  return Object.fromEntries(rows.flatMap((row) => latencies(row.channel, row)));
}

function twoWay(messages) {
  const [row] = messages
    .lazy()
    .groupBy("conversation")
    .agg(
      col("millis").filter(col("member").not()).min().alias("heard"),
      col("millis").filter(col("member")).max().alias("spoke"),
    )
    .select(
      col("heard").lt(col("spoke")).sum().alias("two-way"),
      col("heard").count().alias("heard"),
    )
    .collectSync()
    .toRecords();
  return row;
}

function directReply(messages) {
  const said = messages.lazy().filter(col("member")).groupBy("parent").agg(col("millis").min().alias("replied"));
  const [row] = messages
    .lazy()
    .filter(col("member").not())
    .select("id", "millis")
    .join(said, { leftOn: "id", rightOn: "parent", how: "left" })
    .select(col("replied").minus(col("millis")).alias("latency"))
    .select(
      col("latency").count().alias("answered"),
      col("latency").nullCount().alias("waiting"),
      col("latency").quantile(0.5, "linear").alias("median"),
      col("latency").quantile(0.9, "linear").alias("p90"),
    )
    .collectSync()
    .toRecords();
  return Object.fromEntries(latencies("all", row));
}

// For each beginning: the earliest next step, and the next after that, as long as the window is open.
function funnel(events) {
  const step = (i) =>
    events
      .filter(col("kind").eq(lit(STEPS[i])))
      .select(col("person"), col("millis").alias(`at${i}`))
      .sort(`at${i}`);
  let chains = step(0);
  const answer = { "step 1": persons(chains) };
  for (let i = 1; i < STEPS.length; i++) {
    chains = chains
      .sort(`at${i - 1}`)
      .joinAsof(step(i), {
        leftOn: `at${i - 1}`,
        rightOn: `at${i}`,
        by: "person",
        strategy: "forward",
        coalesce: false,
        checkSortedness: false,
      })
      .filter(col(`at${i}`).minus(col("at0")).ltEq(lit(WINDOW)));
    answer[`step ${i + 1}`] = persons(chains);
  }
  return answer;
}

function waiting(messages) {
  const now = messages.getColumn("millis").max();
  const members = messages.lazy().filter(col("member")).groupBy("conversation");
  const waits = messages
    .lazy()
    .filter(col("member").not())
    .join(members.agg(col("millis").max().alias("said")), { on: "conversation", how: "left" })
    .filter(col("said").isNull().or(col("millis").gt(col("said"))))
    .groupBy("conversation")
    .agg(col("millis").min().alias("since"))
    .collectSync();
  const longest = waits.sort("since").getColumn("since").head(20).toArray();
  return {
    waiting: waits.height,
    "a day": waits.filter(col("since").ltEq(lit(now - DAY))).height,
    ...Object.fromEntries(longest.map((at, i) => [`since ${i + 1}`, at])),
  };
}

// The beginning of the day.
function dayOf(column) {
  return col(column).minus(col(column).rem(lit(DAY)));
}

// By person and day: which day of an act of will it is, counted from the first.
function aPath(events) {
  const of = (kind) => col("millis").filter(col("kind").eq(lit(kind)));
  const wills = col("millis").filter(col("kind").neq(lit("view")));
  const number = col("day").cumCount().over("person");
  const paths = events
    .lazy()
    .groupBy("person")
    .agg(of("subscribe").min().alias("subscribed"), of("recommend").min().alias("first"), of("recommend").max().alias("last"));
  const warm = events
    .lazy()
    .withColumn(dayOf("millis").alias("day"))
    .groupBy(["person", "day"])
    .agg(wills.min().alias("attracted"))
    .filter(col("attracted").isNotNull())
    .sort(["person", "day"])
    .withColumns(number.alias("number"), col("day").minus(col("day").min().over("person")).alias("after"))
    .groupBy("person")
    .agg(col("attracted").filter(col("number").gtEq(lit(3)).and(col("after").gtEq(lit(14 * DAY)))).min().alias("warm"), col("attracted").min().alias("attracted"));
  const opted = when(col("warm").gt(col("subscribed"))).then(col("warm")).otherwise(col("subscribed"));
  const speaks = col("last").gtEq(col("opted")).and(dayOf("last").gt(dayOf("first")));
  const [row] = paths
    .join(warm, { on: "person", how: "left" })
    .withColumns(when(col("warm").isNotNull()).then(opted).otherwise(lit(null)).alias("opted"))
    .select(
      col("person").count().alias("ATTENTION"),
      col("attracted").count().alias("ATTRACTION"),
      col("warm").count().alias("AFFINITY"),
      col("opted").count().alias("AUDIENCE"),
      speaks.sum().alias("ADVOCATES"),
    )
    .collectSync()
    .toRecords();
  return row;
}

function persons(chains) {
  return chains.getColumn("person").nUnique();
}

function latencies(key, row) {
  return Object.entries(row)
    .filter(([name]) => name !== "channel")
    .map(([name, value]) => [`${key} ${name}`, value]);
}

function readExpected() {
  const expected = {};
  for (const line of readFileSync(join(folder, "expected.txt"), "utf8").trim().split("\n")) {
    const [question, name, value] = line.split("\t");
    expected[question] ??= {};
    expected[question][name] = Number(value);
  }
  return expected;
}

function verify(question, answer, expected) {
  const names = [...new Set([...Object.keys(answer), ...Object.keys(expected)])];
  for (const name of names) {
    const isTime = name.endsWith("median") || name.endsWith("p90");
    const tolerance = isTime ? 0.004 * expected[name] : 0;
    if (!(Math.abs(answer[name] - expected[name]) <= tolerance)) {
      throw new Error(`${question}: ${name} is ${answer[name]}, expected ${expected[name]}`);
    }
  }
}

// The one in the middle by the clock, and of what the cores spent on this process, in milliseconds.
function timed(work, times = rounds) {
  const wall = [];
  const cores = [];
  for (let i = 0; i < times; i++) {
    const used = process.cpuUsage();
    const start = performance.now();
    work();
    wall.push(performance.now() - start);
    const { user, system } = process.cpuUsage(used);
    cores.push((user + system) / 1000);
  }
  const middle = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)].toFixed(0);
  return `${middle(wall)} ms, cores ${middle(cores)} ms`;
}

function main() {
  const expected = readExpected();
  const messages = readMessages().sort(["conversation", "millis"]);
  const events = readEvents().sort(["person", "millis"]);
  const questions = {
    RESPONSE_BY_CHANNEL: () => responseByChannel(messages),
    TWO_WAY: () => twoWay(messages),
    DIRECT_REPLY: () => directReply(messages),
    FUNNEL: () => funnel(events),
    WAITING: () => waiting(messages),
    A_PATH: () => aPath(events),
  };
  console.log(`Polars, nodejs-polars 0.26.1: ${messages.height} messages, ${events.height} events, ${rounds} rounds`);
  for (const [question, ask] of Object.entries(questions)) {
    verify(question, ask(), expected[question]);
    console.log(`${question}: same numbers; ${timed(ask)}`);
  }
  const fromFile = () => {
    const read = readMessages().sort(["conversation", "millis"]);
    responseByChannel(read);
    twoWay(read);
    directReply(read);
  };
  console.log(`from a CSV file, three answers: ${timed(fromFile, Math.min(3, rounds))}`);
}

main();
