package dev.repartee.model;

import java.util.Optional;

/**
 * Where interactions happen.
 *
 * @param name its name
 * @param owner the organization it belongs to, or empty; a message there is addressed to the owner
 *     unless it says otherwise
 * @param visibility who can see it
 */
public record Channel(String name, Optional<String> owner, Visibility visibility) {
  @Override
  public String toString() {
    return name + owner.map(o -> " of " + o).orElse("") + ", " + visibility;
  }
}
