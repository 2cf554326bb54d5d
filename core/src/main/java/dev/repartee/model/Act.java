package dev.repartee.model;

import dev.repartee.internal.time.EventTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a person does that is no message: a view, a click, a share, a follow. Its id is optional.
 *
 * <pre>{@code
 * Act.of(ActKind.SHARE, "carl@blog", "2009-08-01T10:00:00Z").on("p1");
 * // ==> share by carl@blog
 * //     at 2009-08-01T10:00:00Z, to p1
 * }</pre>
 *
 * <p>Acts of some kinds tell what becomes of a conversation ({@link ActKind#isOfState}). They are
 * done on any of its messages, or {@linkplain #in in} the conversation by its id:
 *
 * <pre>{@code
 * Act.of(ActKind.ASSIGN, "acme_care", "2009-08-01T10:00:00Z").on("p1").assignedTo("Support");
 * Act.of(ActKind.RESOLVE, "acme_care", "2009-08-01T11:00:00Z").on("p1");
 * Act.of(ActKind.RATE, "carl@blog", "2009-08-01T12:00:00Z").in("ticket 7").rating(5);
 * // ==> rate by carl@blog
 * //     at 2009-08-01T12:00:00Z
 * }</pre>
 */
public final class Act extends AttributedInteraction<Act> {
  /** The greatest rating; the least is as far below 0. */
  public static final int MOST_STARS = 1_000;

  private final ActKind kind;
  private final @Nullable String assignee;
  private final @Nullable Integer rating;

  private Act(ActKind kind, Attributes attributes) {
    this(kind, null, null, attributes);
  }

  private Act(
      ActKind kind, @Nullable String assignee, @Nullable Integer rating, Attributes attributes) {
    super(attributes);
    this.kind = Objects.requireNonNull(kind, "kind");
    this.assignee = assignee;
    this.rating = rating;
  }

  /**
   * {@return an act: the act}
   *
   * @param kind what was done
   * @param author the account that did it; null or blank is anonymous
   * @param at when, as ISO 8601 text with an offset ({@link EventTime#parse})
   */
  public static Act of(ActKind kind, @Nullable String author, @Nullable String at) {
    return new Act(kind, Attributes.of(null, author, EventTime.parse(at)));
  }

  /**
   * {@return an act at an instant: the act}
   *
   * @param kind what was done
   * @param author the account that did it; null or blank is anonymous
   * @param at when; parts of a millisecond are cut off
   */
  public static Act of(ActKind kind, @Nullable String author, @Nullable Instant at) {
    return new Act(kind, Attributes.of(null, author, EventTime.of(at)));
  }

  /**
   * {@return an act at a number of milliseconds: the act}
   *
   * @param kind what was done
   * @param author the account that did it; null or blank is anonymous
   * @param atMillis when, in milliseconds since 1970-01-01T00:00Z
   */
  public static Act of(ActKind kind, @Nullable String author, long atMillis) {
    return new Act(kind, Attributes.of(null, author, EventTime.of(atMillis)));
  }

  /**
   * {@return a copy done on the named message: the copy}
   *
   * @param message the id of the message, or null for an act on none
   */
  public Act on(@Nullable String message) {
    return with((Change) c -> c.parent = message);
  }

  /**
   * {@return a copy of an {@link ActKind#ASSIGN} that says to whom; the copy}
   *
   * @param departmentOrMember the name of a department, or the account of a member; null takes it
   *     from whoever had it
   */
  public Act assignedTo(@Nullable String departmentOrMember) {
    return new Act(kind, departmentOrMember, rating, attributes);
  }

  /**
   * {@return a copy of a {@link ActKind#RATE} that says how; the copy}
   *
   * @param stars the rating, on whatever scale all ratings of the log are, from -1,000 to 1,000
   * @throws IllegalArgumentException if it is another
   */
  public Act rating(int stars) {
    return new Act(kind, assignee, requireStars(stars), attributes);
  }

  /**
   * {@return a rating, if there can be one: the same}
   *
   * @param stars the rating
   * @throws IllegalArgumentException if it is not from -1,000 to 1,000
   */
  public static int requireStars(int stars) {
    if (!(stars >= -MOST_STARS && stars <= MOST_STARS)) {
      throw new IllegalArgumentException(
          "stars (" + stars + ") must lie in -1,000 to 1,000; scale ratings down to that");
    }
    return stars;
  }

  /** {@return what was done: the kind} */
  public ActKind kind() {
    return kind;
  }

  /** {@return the department or member it was given to: the name, or empty} */
  public Optional<String> assignedTo() {
    return Optional.ofNullable(assignee);
  }

  /** {@return the rating: the number, or empty} */
  public OptionalInt rating() {
    return rating == null ? OptionalInt.empty() : OptionalInt.of(rating);
  }

  @Override
  Object what() {
    return Arrays.asList(kind, assignee, rating);
  }

  @Override
  Act with(Attributes changed) {
    return new Act(kind, assignee, rating, changed);
  }

  @Override
  public String toString() {
    return describe(kind.name().toLowerCase(Locale.ROOT));
  }
}
