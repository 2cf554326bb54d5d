package dev.repartee.log;

import dev.repartee.exchange.AnswerRule;
import dev.repartee.internal.exchange.Shapes;
import dev.repartee.internal.exchange.Strands;
import dev.repartee.internal.time.EventTime;
import dev.repartee.log.EngagementLog.IdScope;
import dev.repartee.measure.Slice;
import dev.repartee.measure.Unit;
import dev.repartee.model.Directory;
import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a log of staged rows, step by step: as-of, accounts, ids and parents, circles,
 * conversations, repeats, order, columns, what is derived, the index of persons.
 */
record Assembly(
    Directory directory,
    Staging staging,
    BitSet dropped,
    Audit.Tally audit,
    boolean strict,
    boolean quiet,
    Workers workers) {

  private static final Logger LOGGER = LoggerFactory.getLogger(EngagementLog.class);

  EngagementLog build(long givenAsOf, IdScope idScope, Optional<Duration> repeatTolerance) {
    AccountRules.apply(directory, staging);
    boolean assumed = givenAsOf == EventTime.MISSING;
    long asOf = assumed ? lastTime() : givenAsOf;
    dropLaterThan(asOf);

    KeyColumn[] accountColumns =
        staging.naming.hasAny()
            ? new KeyColumn[] {staging.author, staging.naming}
            : new KeyColumn[] {staging.author};
    Interning conversations = Interning.of(staging, dropped, staging.conversation);
    StateGathering states = StateGathering.begin(staging, dropped, audit);
    BitSet bad = (BitSet) dropped.clone();
    Supplier<Interning> interned =
        workers.meanwhile(() -> Interning.of(staging, bad, accountColumns));
    IntUnaryOperator scope = scopeOf(idScope, conversations);
    boolean isScoped = idScope != IdScope.LOG;
    int[] parents = IdJoin.join(staging, scope, isScoped, dropped, audit, workers);
    if (states != null) {
      states.join(parents, conversations, scope, isScoped, dropped, audit, workers);
    }
    Interning accounts = interned.get();
    checkStrict();
    Supplier<People> persons =
        workers.meanwhile(() -> new People(directory, staging, accountColumns, accounts, workers));
    Links links = new Links(staging, dropped, parents);
    links.findRoots(audit, workers);
    links.group(conversations, workers);
    Interning fingerprints = Interning.of(staging, dropped, staging.fingerprint);
    if (repeatTolerance.isPresent()) {
      long tolerance = TimeUnit.MILLISECONDS.convert(repeatTolerance.get());
      if (new Repeats(staging, links, accounts, fingerprints, tolerance).fold(dropped, audit)) {
        checkStrict();
        links.findRoots(audit, workers);
        links.group(conversations, workers);
      }
    }

    links.freeRoots();
    countOrphans(parents);
    if (states != null) {
      dropped.andNot(states.kept()); // for a moment: they are rows that were accepted
    }
    if (assumed) {
      asOf = lastTime();
    }
    staging.normalized.andNot(dropped);
    SuspiciousTimes.count(staging, dropped, assumed, audit);
    if (states != null) {
      dropped.or(states.kept());
    }
    People people = persons.get();
    BitSet asides =
        Asides.find(
            new Asides.Context(directory, staging, links, dropped, accounts, people), audit);
    ConversationOrder order = new ConversationOrder(staging, links, dropped, asides, workers);
    Gathering gathering =
        new Gathering(
            new Gathering.Context(
                directory, staging, links, order, accounts, fingerprints, people, asides, workers),
            new ActOrder(staging, dropped, accounts, people, workers).rows,
            audit);
    staging.count(audit, Audit.Reason.NORMALIZED, staging.normalized);
    Set<String> ofStates = states == null ? Set.of() : states.authors();
    people.unseenMembers().stream()
        .filter(account -> !ofStates.contains(account))
        .forEach(account -> note(Audit.Reason.UNSEEN_MEMBER, account));
    people.nearNames().forEach(names -> note(Audit.Reason.NEAR_NAME, names));
    Columns columns = new Columns(gathering, workers);
    if (states != null) {
      columns.states = states.acts(links, order, columns, accounts, audit);
    }
    markReturned(columns, asOf);
    return log(columns, asOf, assumed);
  }

  private void note(Audit.Reason reason, String example) {
    audit.count(reason);
    if (audit.wantsExample(reason)) {
      audit.example(reason, Staging.brief(example));
    }
  }

  private EngagementLog log(Columns columns, long asOf, boolean assumed) {
    Audit account = audit.audit();
    if (account.rejected() > 0 && !quiet) {
      LOGGER.info(
          "{} of {} rows set aside: {}", account.rejected(), account.offered(), account.counts());
    }
    return new EngagementLog(columns, account, View.whole(asOf, assumed));
  }

  /** The time of the last row that is not set aside; without any, the beginning of the epoch. */
  private long lastTime() {
    long last = Long.MIN_VALUE;
    for (int row = 0; row < staging.size(); row++) {
      last = dropped.get(row) ? last : Math.max(last, staging.at.get(row));
    }
    return last == Long.MIN_VALUE ? 0 : last;
  }

  private void dropLaterThan(long asOf) {
    for (int row = 0; row < staging.size(); row++) {
      if (!dropped.get(row) && staging.at.get(row) > asOf) {
        dropped.set(row);
        staging.count(audit, Audit.Reason.AFTER_AS_OF, row);
      }
    }
    checkStrict();
  }

  private void checkStrict() {
    if (strict && audit.rejected() > 0) {
      Audit account = audit.audit();
      Audit.Reason reason =
          account.counts().keySet().stream()
              .filter(Audit.Reason::isRejection)
              .findFirst()
              .orElseThrow();
      throw new IllegalArgumentException(
          "row with id ("
              + account.examples(reason).get(0)
              + "): "
              + reason
              + "; "
              + reason.rule()
              + ". Correct the row, or leave strict() out to have such rows counted");
    }
  }

  private IntUnaryOperator scopeOf(IdScope idScope, Interning conversations) {
    return switch (idScope) {
      case LOG -> row -> 0;
      case CONVERSATION -> row -> conversations.code(0, row);
      case CHANNEL -> row -> staging.channel.get(row);
    };
  }

  private void countOrphans(int[] parents) {
    for (int row = 0; row < parents.length; row++) {
      if (parents[row] == IdJoin.UNKNOWN_PARENT && !dropped.get(row)) {
        staging.count(audit, Audit.Reason.ORPHAN, row);
      }
    }
  }

  /** The one derived column that needs to know who answered whom. */
  private void markReturned(Columns columns, long asOf) {
    AnswerRule rule = AnswerRule.usualIn(directory.organizations().size());
    View whole = View.whole(asOf, true);
    int parts = new ColumnSlice(columns, whole, Unit.CONVERSATION).parts();
    workers.overParts(
        parts,
        (from, to) -> {
          ColumnSlice slice = new ColumnSlice(columns, whole, Unit.CONVERSATION);
          for (int part = from; part < to; part++) {
            slice.moveTo(part);
            markReturned(slice, Shapes.of(slice, rule), columns.bits);
          }
        });
  }

  private static void markReturned(ColumnSlice slice, Shapes shapes, int[] bits) {
    for (int unit = 0; unit < slice.units(); unit++) {
      int shape = shapes.shape(unit);
      if (shape != Slice.NONE) {
        for (int i = shapes.firstReturn(shape); i < shapes.returnsEnd(shape); i++) {
          bits[slice.from(unit) + shapes.returning(i)] |= RowBits.RETURNED;
        }
      }
    }
    Strands others = shapes.others();
    for (int i = 0; i < others.returns(); i++) {
      bits[others.returnRow(i)] |= RowBits.RETURNED;
    }
  }
}
