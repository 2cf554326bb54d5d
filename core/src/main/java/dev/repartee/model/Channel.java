package dev.repartee.model;

import java.util.Optional;

/**
 * Where interactions happen.
 *
 * @param name its name
 * @param owner the organization it belongs to, to whom a message there speaks if it says nothing
 *     else; or empty
 * @param visibility who can see it
 */
public record Channel(String name, Optional<String> owner, Visibility visibility) {
  @Override
  public String toString() {
    return name + owner.map(o -> " of " + o).orElse("") + ", " + visibility;
  }
}
