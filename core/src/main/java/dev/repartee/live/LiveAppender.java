package dev.repartee.live;

import dev.repartee.internal.math.Micros;
import dev.repartee.internal.text.OptionText;
import dev.repartee.internal.time.EventTime;
import dev.repartee.log.Appender;
import dev.repartee.model.Act;
import dev.repartee.model.ActKind;
import dev.repartee.model.Intent;
import dev.repartee.model.Sentiment;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the values of a row and hands it to the writer of a live log. */
final class LiveAppender extends Appender {
  /** The number of attributes that a log may have. */
  private static final int MOST_NAMES = 100;

  private final Writer writer;
  private final RowDraft row = new RowDraft();

  LiveAppender(Writer writer) {
    this.writer = writer;
  }

  @Override
  public LiveAppender id(long id) {
    return set(RowDraft.ID, id);
  }

  @Override
  public LiveAppender id(@Nullable CharSequence id) {
    return set(RowDraft.ID, id);
  }

  @Override
  public LiveAppender parent(long id) {
    return set(RowDraft.PARENT, id);
  }

  @Override
  public LiveAppender parent(@Nullable CharSequence id) {
    return set(RowDraft.PARENT, id);
  }

  @Override
  public LiveAppender conversation(long id) {
    return set(RowDraft.CONVERSATION, id);
  }

  @Override
  public LiveAppender conversation(@Nullable CharSequence id) {
    return set(RowDraft.CONVERSATION, id);
  }

  @Override
  public LiveAppender author(long account) {
    return set(RowDraft.AUTHOR, account);
  }

  @Override
  public LiveAppender author(@Nullable CharSequence account) {
    return set(RowDraft.AUTHOR, account);
  }

  @Override
  public LiveAppender at(long millis) {
    row.at = EventTime.of(millis);
    return this;
  }

  @Override
  public LiveAppender at(@Nullable Instant instant) {
    row.at = EventTime.of(instant);
    return this;
  }

  @Override
  public LiveAppender at(@Nullable CharSequence text) {
    row.at = EventTime.parse(text);
    return this;
  }

  @Override
  public LiveAppender channel(@Nullable CharSequence name) {
    return set(RowDraft.CHANNEL, name);
  }

  @Override
  public LiveAppender topic(@Nullable CharSequence name) {
    return set(RowDraft.TOPIC, name);
  }

  @Override
  public LiveAppender label(@Nullable CharSequence label) {
    return set(RowDraft.LABEL, label);
  }

  @Override
  public LiveAppender addressedTo(@Nullable CharSequence organization) {
    return set(RowDraft.ADDRESSEE, organization);
  }

  @Override
  public LiveAppender naming(@Nullable CharSequence account) {
    return set(RowDraft.NAMING, account);
  }

  @Override
  public LiveAppender fingerprint(@Nullable CharSequence fingerprint) {
    return set(RowDraft.FINGERPRINT, fingerprint);
  }

  @Override
  public LiveAppender fingerprint(long fingerprint) {
    return set(RowDraft.FINGERPRINT, fingerprint);
  }

  @Override
  public LiveAppender attribute(String name, @Nullable CharSequence text) {
    requireName(writer.textNames, name);
    int known = row.textNames.indexOf(name);
    if (known >= 0) {
      row.textNames.remove(known);
      row.ownTexts.remove(known);
    }
    if (text != null && !text.chars().allMatch(Character::isWhitespace)) {
      row.textNames.add(name);
      row.ownTexts.add(text.toString());
    }
    return this;
  }

  @Override
  public LiveAppender value(String name, double number) {
    Micros.of(name, number); // throws if it is out of range
    requireName(writer.valueNames, name);
    int known = row.valueNames.indexOf(name);
    if (known >= 0) {
      row.valueNames.remove(known);
      row.values.remove(known);
    }
    row.valueNames.add(name);
    row.values.add(number);
    return this;
  }

  private static void requireName(Set<String> known, String name) {
    OptionText.requireAttribute(name);
    if (known.size() >= MOST_NAMES && !known.contains(name)) {
      throw new IllegalArgumentException(
          "attribute ("
              + name
              + ") must be one of at most "
              + MOST_NAMES
              + " names in a log; leave out what no measure asks for, and put what varies into the"
              + " text, not the name");
    }
    known.add(name);
  }

  @Override
  public LiveAppender sentiment(@Nullable Sentiment sentiment) {
    row.sentiment = sentiment;
    return this;
  }

  @Override
  public LiveAppender intent(@Nullable Intent intent) {
    row.intent = intent;
    return this;
  }

  @Override
  public LiveAppender act(ActKind kind) {
    row.act = Objects.requireNonNull(kind, "kind");
    return this;
  }

  @Override
  public LiveAppender assignedTo(@Nullable CharSequence departmentOrMember) {
    return set(RowDraft.ASSIGNEE, departmentOrMember);
  }

  @Override
  public LiveAppender rating(int stars) {
    row.rating = Act.requireStars(stars);
    return this;
  }

  @Override
  public LiveAppender expectsResponse(boolean expected) {
    row.flag(RowDraft.EXPECTS_NO_RESPONSE, !expected);
    return this;
  }

  @Override
  public LiveAppender automatic(boolean automatic) {
    row.flag(RowDraft.AUTOMATIC, automatic);
    return this;
  }

  @Override
  public LiveAppender privately(boolean isPrivate) {
    row.flag(RowDraft.PRIVATE, isPrivate);
    return this;
  }

  @Override
  public LiveAppender sequence(long sequence) {
    return set(RowDraft.SEQUENCE, sequence);
  }

  @Override
  public void end() {
    endUnseen();
    writer.publish();
  }

  /** Ends the row without showing it to readers yet; the caller does that. */
  void endUnseen() {
    try {
      writer.offer(row);
    } finally {
      row.clear();
    }
  }

  @Override
  public void unreadable() {
    requireEnded();
    writer.refuseUnreadable();
    writer.publish();
  }

  /** Throws if a row was begun but not ended: it would be lost, or mixed up with the next. */
  void requireEnded() {
    if (!row.isEmpty()) {
      throw new IllegalStateException(
          "a row was begun and not ended; call end() after its last value");
    }
  }

  private LiveAppender set(int field, long number) {
    row.set(field, number);
    return this;
  }

  private LiveAppender set(int field, @Nullable CharSequence text) {
    row.set(field, text);
    return this;
  }

  @Override
  public String toString() {
    return "appender of a live log" + (row.isEmpty() ? "" : ", within a row");
  }
}
