package dev.repartee.testing;

import dev.repartee.internal.walk.FastSlice;
import dev.repartee.measure.Row.RepliesTo;
import dev.repartee.measure.Slice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message as a plain object, for the naive reference. */
public final class Message {
  public final int row;
  public final long at;
  public final @Nullable Message parent;
  public final int person;
  public final int named;
  public final boolean namesAudience;
  public final int organization;
  public final boolean isMember;
  public final boolean isBot;
  public final boolean isAutomatic;
  public final boolean isAside;
  public final boolean isAnonymous;
  public final boolean expectsResponse;
  public final boolean isPersonal;
  public final boolean repliesToAudience;
  public final String label;
  public final int fingerprint;
  private final @Nullable Message opener;

  private Message(Slice slice, int row, @Nullable Message parent, @Nullable Message opener) {
    this.row = row;
    this.at = slice.at(row);
    this.parent = parent;
    this.opener = opener;
    this.person = slice.person(row);
    this.named = slice.named(row);
    this.namesAudience = named >= 0 && slice.organizationOf(named, row) < 0;
    this.organization = slice.organization(row);
    this.isMember = slice.isMember(row);
    this.isBot = slice.isBot(row);
    this.isAutomatic = slice.isAutomatic(row);
    this.isAside = slice.isAside(row);
    this.isAnonymous = slice.isAnonymous(row);
    this.expectsResponse = slice.expectsResponse(row);
    this.isPersonal = FastSlice.of(slice).isPersonal(row);
    this.repliesToAudience = slice.repliesTo(row) == RepliesTo.AUDIENCE;
    this.fingerprint = FastSlice.of(slice).fingerprint(row);
    this.label = slice.label(row) < 0 ? "" : slice.labelText(slice.label(row));
  }

  /** The messages of a unit of a slice, in order. */
  public static List<Message> of(Slice slice, int unit) {
    List<Message> messages = new ArrayList<>();
    for (int row = slice.from(unit); row < slice.to(unit); row++) {
      Message parent = null;
      for (Message earlier : messages) {
        if (earlier.row == slice.parent(row)) {
          parent = earlier;
        }
      }
      messages.add(new Message(slice, row, parent, messages.isEmpty() ? null : messages.get(0)));
    }
    return messages;
  }

  /** Its own time or that of what it hangs below, whichever is later. */
  public long effectiveAt() {
    Message above = parent != null ? parent : opener;
    return above == null ? at : Math.max(at, above.effectiveAt());
  }

  @Override
  public String toString() {
    return "row "
        + row
        + " by "
        + person
        + (isMember ? " of " + organization : "")
        + " at "
        + at
        + (parent == null ? "" : " to " + parent.row)
        + (named < 0 ? "" : " naming " + named);
  }
}
