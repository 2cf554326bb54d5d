package dev.repartee.model;

import dev.repartee.internal.time.EventTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message with a parent.
 *
 * <pre>{@code
 * Reply.of("r1", "acme_care", "2009-07-31T09:42:00Z").to("p1");
 * // ==> reply r1 by acme_care
 * //     at 2009-07-31T09:42:00Z, to p1
 * }</pre>
 */
public final class Reply extends AttributedInteraction<Reply> {
  private Reply(Attributes attributes) {
    super(attributes);
  }

  /**
   * {@return a reply from what every export has: an id, an author and a time}
   *
   * @param id its id
   * @param author the account that wrote it; null or blank is anonymous
   * @param at when, as ISO 8601 text with an offset, such as {@code 2026-01-05T09:00:00Z}
   */
  public static Reply of(@Nullable String id, @Nullable String author, @Nullable String at) {
    return new Reply(Attributes.of(id, author, EventTime.parse(at)));
  }

  /**
   * {@return a reply at an instant}
   *
   * @param id its id
   * @param author the account that wrote it; null or blank is anonymous
   * @param at when; fractions of a millisecond are dropped
   */
  public static Reply of(@Nullable String id, @Nullable String author, @Nullable Instant at) {
    return new Reply(Attributes.of(id, author, EventTime.of(at)));
  }

  /**
   * {@return a reply at a time in milliseconds}
   *
   * @param id its id
   * @param author the account that wrote it; null or blank is anonymous
   * @param atMillis when, in milliseconds since 1970-01-01T00:00Z
   */
  public static Reply of(@Nullable String id, @Nullable String author, long atMillis) {
    return new Reply(Attributes.of(id, author, EventTime.of(atMillis)));
  }

  /**
   * {@return a copy that replies to the named message}
   *
   * @param parent the id of the parent; null makes a flat message, which belongs to a thread by its
   *     {@linkplain #in conversation} only
   */
  public Reply to(@Nullable String parent) {
    return with((Change) c -> c.parent = parent);
  }

  @Override
  Reply with(Attributes changed) {
    return new Reply(changed);
  }

  @Override
  public String toString() {
    return describe("reply");
  }
}
