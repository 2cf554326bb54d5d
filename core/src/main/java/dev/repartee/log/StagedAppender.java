package dev.repartee.log;

import dev.repartee.internal.math.Micros;
import dev.repartee.internal.text.CleanText;
import dev.repartee.internal.time.EventTime;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Intent;
import dev.repartee.model.Sentiment;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts rows into the columns of a log that is being built. */
final class StagedAppender extends Appender {
  private final Staging staging;
  private final EngagementLog.Builder builder;
  private long at = EventTime.MISSING;

  /** The time as it was given, for use in error messages: an object, or else a number. */
  private @Nullable Object given;

  private long givenMillis = EventTime.MISSING;
  private int bits;

  /** The state act that the row is, if it is one. */
  private @Nullable ActKind state;

  private @Nullable String assignee;
  private @Nullable Integer rating;

  /** Whether anything in the current row had to be normalized. */
  private boolean isNormalized;

  StagedAppender(Staging staging, EngagementLog.Builder builder) {
    this.staging = staging;
    this.builder = builder;
  }

  @Override
  public StagedAppender id(long id) {
    return number(staging.id, id);
  }

  @Override
  public StagedAppender id(@Nullable CharSequence id) {
    return id(staging.id, id);
  }

  @Override
  public StagedAppender parent(long id) {
    return number(staging.parent, id);
  }

  @Override
  public StagedAppender parent(@Nullable CharSequence id) {
    return id(staging.parent, id);
  }

  @Override
  public StagedAppender conversation(long id) {
    return number(staging.conversation, id);
  }

  @Override
  public StagedAppender conversation(@Nullable CharSequence id) {
    return id(staging.conversation, id);
  }

  @Override
  public StagedAppender author(long account) {
    return number(staging.author, account);
  }

  @Override
  public StagedAppender author(@Nullable CharSequence account) {
    return account(staging.author, account);
  }

  @Override
  public StagedAppender at(long millis) {
    at = EventTime.of(millis);
    given = null;
    givenMillis = millis;
    return this;
  }

  @Override
  public StagedAppender at(@Nullable Instant instant) {
    at = EventTime.of(instant);
    given = instant;
    givenMillis = at;
    return this;
  }

  @Override
  public StagedAppender at(@Nullable CharSequence text) {
    at = EventTime.parse(text);
    given = text;
    givenMillis = at;
    return this;
  }

  @Override
  public StagedAppender channel(@Nullable CharSequence name) {
    return name(staging.channel, staging.channels, name);
  }

  @Override
  public StagedAppender topic(@Nullable CharSequence name) {
    return name(staging.topic, staging.topics, name);
  }

  @Override
  public StagedAppender label(@Nullable CharSequence label) {
    return name(staging.label, staging.labels, label);
  }

  @Override
  public StagedAppender addressedTo(@Nullable CharSequence organization) {
    return name(staging.addressee, staging.addressees, organization);
  }

  @Override
  public StagedAppender naming(@Nullable CharSequence account) {
    return account(staging.naming, account);
  }

  @Override
  public StagedAppender fingerprint(@Nullable CharSequence fingerprint) {
    return text(staging.fingerprint, fingerprint);
  }

  @Override
  public StagedAppender fingerprint(long fingerprint) {
    return number(staging.fingerprint, fingerprint);
  }

  @Override
  public StagedAppender attribute(String name, @Nullable CharSequence text) {
    staging.attributes.set(staging.size(), name, text);
    return this;
  }

  @Override
  public StagedAppender value(String name, double number) {
    staging.attributes.set(staging.size(), name, Micros.of(name, number));
    return this;
  }

  @Override
  public StagedAppender sentiment(@Nullable Sentiment sentiment) {
    bits = RowBits.withSentiment(bits, sentiment);
    return this;
  }

  @Override
  public StagedAppender intent(@Nullable Intent intent) {
    bits = RowBits.withIntent(bits, intent);
    return this;
  }

  @Override
  public StagedAppender act(ActKind kind) {
    boolean isOfState = Objects.requireNonNull(kind, "kind").isOfState();
    state = isOfState ? kind : null;
    bits = isOfState ? RowBits.withoutAct(bits) : RowBits.withAct(bits, kind);
    return this;
  }

  @Override
  public StagedAppender assignedTo(@Nullable CharSequence departmentOrMember) {
    assignee =
        departmentOrMember == null
            ? null
            : cleaned(departmentOrMember, CleanText.name(departmentOrMember)).toString();
    return this;
  }

  @Override
  public StagedAppender rating(int stars) {
    rating = Act.requireStars(stars);
    return this;
  }

  @Override
  public StagedAppender expectsResponse(boolean expected) {
    bits = expected ? (bits & ~RowBits.EXPECTS_NO_RESPONSE) : (bits | RowBits.EXPECTS_NO_RESPONSE);
    return this;
  }

  @Override
  public StagedAppender automatic(boolean automatic) {
    bits = automatic ? bits | RowBits.AUTOMATIC : bits & ~RowBits.AUTOMATIC;
    return this;
  }

  @Override
  public StagedAppender privately(boolean isPrivate) {
    bits = isPrivate ? bits | RowBits.PRIVATE : bits & ~RowBits.PRIVATE;
    return this;
  }

  @Override
  public StagedAppender sequence(long sequence) {
    return number(staging.sequence, sequence);
  }

  @Override
  public void end() {
    int row = staging.size();
    staging.at.set(row, at);
    staging.bits.set(row, staging.author.isPresent(row) ? bits : bits | RowBits.ANONYMOUS);
    if (state != null) {
      staging.addState(state, assignee, rating);
    }
    staging.endRow(bits, isNormalized);
    isNormalized = false;
    state = null;
    assignee = null;
    rating = null;
    Object givenTime = given;
    long givenTimeMillis = givenMillis;
    at = EventTime.MISSING;
    given = null;
    givenMillis = EventTime.MISSING;
    bits = 0;
    builder.judge(row, givenTime, givenTimeMillis);
  }

  @Override
  public void unreadable() {
    requireEnded();
    builder.refuse();
  }

  /** Throws if a row was begun but not ended: it would be lost, or mixed with the next. */
  void requireEnded() {
    boolean tellsState = state != null || assignee != null || rating != null;
    if (at != EventTime.MISSING || bits != 0 || tellsState || staging.isBegun()) {
      throw new IllegalStateException(
          "row "
              + (staging.size() + 1)
              + " was begun and not ended; call end() after its last value");
    }
  }

  private StagedAppender number(KeyColumn column, long value) {
    column.set(staging.size(), value);
    return this;
  }

  private StagedAppender text(KeyColumn column, @Nullable CharSequence text) {
    column.set(staging.size(), text);
    return this;
  }

  private StagedAppender id(KeyColumn column, @Nullable CharSequence id) {
    return text(column, id == null ? null : cleaned(id, CleanText.id(id)));
  }

  private StagedAppender account(KeyColumn column, @Nullable CharSequence account) {
    return text(column, account == null ? null : cleaned(account, CleanText.name(account)));
  }

  private StagedAppender name(IntColumn column, Names names, @Nullable CharSequence name) {
    int code = name == null ? Names.NONE : names.find(name);
    if (code == Names.NONE && name != null && !Keys.isBlank(name)) {
      code = names.code(cleaned(name, CleanText.name(name)));
    }
    column.set(staging.size(), code + 1);
    return this;
  }

  private CharSequence cleaned(CharSequence given, CharSequence clean) {
    isNormalized |= given != clean && clean.length() > 0;
    return clean;
  }

  @Override
  public String toString() {
    return "appender at row " + (staging.size() + 1);
  }
}
