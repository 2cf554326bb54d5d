package dev.repartee.model;

import java.util.Optional;

/**
 * What interactions are about: a campaign, a product, a subject.
 *
 * @param name its name
 * @param organization the organization whose department owns it, or empty
 * @param owningDepartment the department that should answer questions on it, or empty
 */
public record Topic(String name, Optional<String> organization, Optional<String> owningDepartment) {
  @Override
  public String toString() {
    return name + owningDepartment.map(d -> " owned by " + d).orElse("");
  }
}
