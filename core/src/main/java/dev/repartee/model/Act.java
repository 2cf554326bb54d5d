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
 * Something a person does other than write a message: a view, a click, a share, a follow. Its id is
 * optional.
 *
 * <pre>{@code
 * Act.of(ActKind.SHARE, "carl@blog", "2009-08-01T10:00:00Z").on("p1");
 * // ==> share by carl@blog
 * //     at 2009-08-01T10:00:00Z, to p1
 * }</pre>
 *
 * <p>Acts of some kinds change the state of a conversation or rate it ({@link ActKind#isOfState}).
 * Such an act is done on any message of the conversation, or {@linkplain #in in} the conversation
 * by its id:
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
  /** The greatest rating; the least is its negative. */
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
   * {@return a new act}
   *
   * @param kind what was done
   * @param author the account that did it; null or blank is anonymous
   * @param at when, as ISO 8601 text with an offset, such as {@code 2026-01-05T09:00:00Z}
   */
  public static Act of(ActKind kind, @Nullable String author, @Nullable String at) {
    return new Act(kind, Attributes.of(null, author, EventTime.parse(at)));
  }

  /**
   * {@return a new act at an instant}
   *
   * @param kind what was done
   * @param author the account that did it; null or blank is anonymous
   * @param at when; parts of a millisecond are cut off
   */
  public static Act of(ActKind kind, @Nullable String author, @Nullable Instant at) {
    return new Act(kind, Attributes.of(null, author, EventTime.of(at)));
  }

  /**
   * {@return a new act at a time in milliseconds}
   *
   * @param kind what was done
   * @param author the account that did it; null or blank is anonymous
   * @param atMillis when, in milliseconds since 1970-01-01T00:00Z
   */
  public static Act of(ActKind kind, @Nullable String author, long atMillis) {
    return new Act(kind, Attributes.of(null, author, EventTime.of(atMillis)));
  }

  /**
   * {@return a copy that is done on the named message}
   *
   * @param message the id of the message, or null for an act on none
   */
  public Act on(@Nullable String message) {
    return with((Change) c -> c.parent = message);
  }

  /**
   * {@return a copy of an {@link ActKind#ASSIGN} that assigns to a department or member}
   *
   * @param departmentOrMember the name of a department, or the account of a member; null removes
   *     the assignment
   */
  public Act assignedTo(@Nullable String departmentOrMember) {
    return new Act(kind, departmentOrMember, rating, attributes);
  }

  /**
   * {@return a copy of a {@link ActKind#RATE} with this rating}
   *
   * @param stars the rating, from -1,000 to 1,000, on the scale that all ratings of the log share
   * @throws IllegalArgumentException if the rating is outside that range
   */
  public Act rating(int stars) {
    return new Act(kind, assignee, requireStars(stars), attributes);
  }

  /**
   * {@return the rating, unchanged, if it is valid}
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

  /** {@return what was done} */
  public ActKind kind() {
    return kind;
  }

  /** {@return the department or member that the conversation was assigned to, or empty} */
  public Optional<String> assignedTo() {
    return Optional.ofNullable(assignee);
  }

  /** {@return the rating, or empty} */
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
