package dev.repartee.model;

import dev.repartee.internal.time.EventTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that opens a conversation.
 *
 * <pre>{@code
 * Post.of("p1", "carl@blog", "2009-07-31T09:00:00Z").channel("blog");
 * // ==> post p1 by carl@blog
 * //     at 2009-07-31T09:00:00Z, on blog
 * }</pre>
 */
public final class Post extends AttributedInteraction<Post> {
  private Post(Attributes attributes) {
    super(attributes);
  }

  /**
   * {@return a post from what every export has: an id, an author and a time}
   *
   * @param id its id
   * @param author the account that wrote it; null or blank is anonymous
   * @param at when, as ISO 8601 text with an offset, such as {@code 2026-01-05T09:00:00Z}
   */
  public static Post of(@Nullable String id, @Nullable String author, @Nullable String at) {
    return new Post(Attributes.of(id, author, EventTime.parse(at)));
  }

  /**
   * {@return a post at an instant}
   *
   * @param id its id
   * @param author the account that wrote it; null or blank is anonymous
   * @param at when; fractions of a millisecond are dropped
   */
  public static Post of(@Nullable String id, @Nullable String author, @Nullable Instant at) {
    return new Post(Attributes.of(id, author, EventTime.of(at)));
  }

  /**
   * {@return a post at a time in milliseconds}
   *
   * @param id its id
   * @param author the account that wrote it; null or blank is anonymous
   * @param atMillis when, in milliseconds since 1970-01-01T00:00Z
   */
  public static Post of(@Nullable String id, @Nullable String author, long atMillis) {
    return new Post(Attributes.of(id, author, EventTime.of(atMillis)));
  }

  @Override
  Post with(Attributes changed) {
    return new Post(changed);
  }

  @Override
  public String toString() {
    return describe("post");
  }
}
