package dev.repartee.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Nobody can add a measure and forget to try its bytes. */
class EveryMeasureTest {
  @Test
  void noPublicMeasureIsMissingFromThoseWhoseBytesAreTried() {
    Set<String> tried =
        BytesTest.measures().stream()
            .map(measure -> measure.getClass().getName())
            .collect(Collectors.toSet());
    Set<String> missing = new TreeSet<>(measures());
    assertTrue(missing.contains("dev.repartee.response.ResponseTime"), missing::toString);
    missing.removeAll(tried);
    assertEquals(Set.of(), missing, "add them to BytesTest.measures()");
  }

  /** Of the library, and the one that readers are told to copy. */
  private static Set<String> measures() {
    return new ClassFileImporter()
        .importPackages("dev.repartee", "com.example").stream()
            .filter(type -> type.isAssignableTo(Measure.class) && !type.isInterface())
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(type -> !type.getPackageName().startsWith("dev.repartee.testing"))
            .map(JavaClass::getName)
            .collect(Collectors.toSet());
  }
}
