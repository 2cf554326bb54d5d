package org.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.repartee.log.EngagementLog;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the jar calls in guava and slf4j is there, in the versions that are here. */
class LinkageTest {
  @Test
  void whatTheLibraryCallsIsThere() {
    JavaClasses classes =
        new ClassFileImporter()
            .importUrl(EngagementLog.class.getProtectionDomain().getCodeSource().getLocation());
    List<String> found = new ArrayList<>();
    TreeSet<String> missing = new TreeSet<>();
    for (JavaClass type : classes) {
      for (JavaAccess<?> access : type.getAccessesFromSelf()) {
        String owner = access.getTargetOwner().getName();
        if (owner.startsWith("com.google.common.") || owner.startsWith("org.slf4j.")) {
          if (access.getTarget().resolveMember().isPresent()) {
            found.add(access.getDescription());
          } else {
            missing.add(access.getTarget().getFullName());
          }
        }
      }
    }
    assertEquals(new TreeSet<>(), missing);
    assertTrue(found.size() > 100, "only " + found.size() + " calls: were the classes read?");
  }
}
