package dev.repartee.model;

import dev.repartee.internal.time.EventTime;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person does that is no message: a view, a click, a share, a follow. Its id is optional.
 *
 * <pre>{@code
 * Act.of(ActKind.SHARE, "carl@blog", "2009-08-01T10:00:00Z").on("p1");
 * // ==> share by carl@blog
 * //     at 2009-08-01T10:00:00Z, to p1
 * }</pre>
 */
public final class Act extends AttributedInteraction<Act> {
  private final ActKind kind;

  private Act(ActKind kind, Attributes attributes) {
    super(attributes);
    this.kind = Objects.requireNonNull(kind, "kind");
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

  /** {@return what was done: the kind} */
  public ActKind kind() {
    return kind;
  }

  @Override
  Object what() {
    return kind;
  }

  @Override
  Act with(Attributes changed) {
    return new Act(kind, changed);
  }

  @Override
  public String toString() {
    return describe(kind.name().toLowerCase(Locale.ROOT));
  }
}
