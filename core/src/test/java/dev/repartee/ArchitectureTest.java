package dev.repartee;

import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PRIVATE;
import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.HasDescription;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house rules that a compiler cannot keep. */
final class ArchitectureTest {

  private static final String ROOT = "dev.repartee";

  /**
   * From the ground up. A package uses packages on lower floors only, so neighbours on one floor do
   * not know each other.
   */
  private static final List<List<String>> FLOORS =
      List.of(
          List.of("text", "internal.bytes", "internal.time", "internal.hash"),
          List.of("internal.text", "internal.math"),
          List.of("stats"),
          List.of("internal.stats"),
          List.of("model", "exchange"),
          List.of("measure"),
          List.of("internal.walk"),
          List.of("internal.tally", "internal.exchange"),
          List.of("log"),
          List.of(
              "response", "resolution", "dialogue", "structure", "ties", "apath", "funnel", "buzz"),
          List.of("consistency", "participation", "openness", "promise", "breadth"),
          List.of("change"),
          List.of("scorecard", "person"),
          List.of("live"));

  private static final Map<String, Integer> FLOOR_OF = floorOf();

  /** Packages whose types stay out of sight of those who use the library. */
  private static final List<String> INTERNAL =
      List.of(ROOT + ".internal.", "com.google.", "org.apache.commons.math3.", "org.slf4j.");

  /** Without a given instant, zone or locale these read the machine's. */
  private static final Map<String, Set<String>> MACHINE_READERS =
      Map.of(
          "java.lang.System", Set.of("currentTimeMillis", "nanoTime"),
          "java.time.Clock", Set.of("systemUTC", "systemDefaultZone", "system"),
          "java.time.Instant", Set.of("now"),
          "java.time.LocalDate", Set.of("now"),
          "java.time.LocalDateTime", Set.of("now"),
          "java.time.OffsetDateTime", Set.of("now"),
          "java.time.ZonedDateTime", Set.of("now"),
          "java.time.ZoneId", Set.of("systemDefault"),
          "java.util.TimeZone", Set.of("getDefault"),
          "java.util.Locale", Set.of("getDefault"));

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void packagesUseLowerFloorsOnly() {
    check(classes().should(useLowerFloorsOnly()));
  }

  @Test
  void packagesHaveNoCycles() {
    check(slices().matching(ROOT + ".(**)").should().beFreeOfCycles());
  }

  @Test
  void nothingIsPrinted() {
    check(noClasses().should(ACCESS_STANDARD_STREAMS));
  }

  @Test
  void clockZoneAndLocaleComeFromTheCaller() {
    check(classes().should(askTheCallerForClockZoneAndLocale()));
  }

  @Test
  void staticsAreFinal() {
    check(classes().should(haveNoMutableStatics()));
  }

  @Test
  void hiddenTypesAndDependenciesStayOutOfPublicSignatures() {
    check(classes().should(keepHiddenTypesOutOfPublicSignatures()));
  }

  @Test
  void publicClassesPrintThemselves() {
    check(classes().should(declareToString()));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CORE);
  }

  private static ArchCondition<JavaClass> useLowerFloorsOnly() {
    return condition(
        "use packages on lower floors only",
        (javaClass, violation) -> {
          String origin = roomOf(javaClass);
          Integer floor = FLOOR_OF.get(origin);
          if (floor == null) {
            violation.accept(
                javaClass,
                javaClass.getName() + " is in package '" + origin + "', which has no floor yet");
            return;
          }
          for (Dependency dependency : javaClass.getDirectDependenciesFromSelf()) {
            JavaClass used = dependency.getTargetClass().getBaseComponentType();
            if (!used.getPackageName().startsWith(ROOT)) {
              continue;
            }
            String target = roomOf(used);
            Integer usedFloor = FLOOR_OF.get(target);
            if (!target.equals(origin) && !(usedFloor != null && usedFloor < floor)) {
              violation.accept(javaClass, dependency.getDescription());
            }
          }
        });
  }

  private static ArchCondition<JavaClass> askTheCallerForClockZoneAndLocale() {
    return condition(
        "ask the caller for clock, zone and locale",
        (javaClass, violation) -> {
          for (JavaMethodCall call : javaClass.getMethodCallsFromSelf()) {
            String owner = call.getTargetOwner().getName();
            boolean readsMachine =
                MACHINE_READERS.getOrDefault(owner, Set.of()).contains(call.getName());
            List<JavaClass> parameters = call.getTarget().getRawParameterTypes();
            boolean formatsWithoutLocale =
                owner.equals("java.lang.String")
                    && (call.getName().equals("formatted")
                        || (call.getName().equals("format")
                            && !parameters.get(0).isEquivalentTo(java.util.Locale.class))
                        || (Set.of("toLowerCase", "toUpperCase").contains(call.getName())
                            && parameters.isEmpty()));
            if (readsMachine || formatsWithoutLocale) {
              violation.accept(javaClass, call.getDescription());
            }
          }
        });
  }

  private static ArchCondition<JavaClass> haveNoMutableStatics() {
    return condition(
        "have no mutable statics",
        (javaClass, violation) -> {
          for (JavaField field : javaClass.getFields()) {
            Set<?> modifiers = field.getModifiers();
            // The compiler's own fields (switch tables, assertion flags) are not ours to judge.
            if (modifiers.contains(STATIC)
                && !modifiers.contains(FINAL)
                && !modifiers.contains(SYNTHETIC)) {
              violation.accept(javaClass, field.getDescription() + " is static and not final");
            }
          }
        });
  }

  private static ArchCondition<JavaClass> keepHiddenTypesOutOfPublicSignatures() {
    return condition(
        "keep hidden types and those of dependencies out of public signatures",
        (javaClass, violation) -> {
          if (!isVisible(javaClass) || isHidden(javaClass)) {
            return;
          }
          Stream<JavaType> ofClass =
              Stream.of(
                      javaClass.getSuperclass().stream(),
                      javaClass.getInterfaces().stream(),
                      javaClass.getTypeParameters().stream(),
                      annotationTypes(javaClass.getAnnotations()))
                  .flatMap(types -> types);
          internalIn(ofClass)
              .ifPresent(
                  type -> violation.accept(javaClass, javaClass.getName() + " shows " + type));
          // Inherited members too: a public class may have a package-private parent.
          for (JavaMember member : javaClass.getAllMembers()) {
            if (!member.getOwner().getPackageName().startsWith(ROOT) || !isVisible(member)) {
              continue;
            }
            internalIn(Stream.concat(typesOf(member), annotationTypes(member.getAnnotations())))
                .ifPresent(
                    type ->
                        violation.accept(javaClass, member.getDescription() + " shows " + type));
          }
        });
  }

  private static ArchCondition<JavaClass> declareToString() {
    return condition(
        "declare toString, where they are public and have instances",
        (javaClass, violation) -> {
          boolean mustPrint =
              isVisible(javaClass)
                  && !isHidden(javaClass)
                  && !javaClass.isInterface()
                  && !javaClass.isEnum()
                  && !javaClass.isRecord()
                  && !javaClass.getModifiers().contains(ABSTRACT)
                  && !javaClass.isAssignableTo(Throwable.class)
                  && !hasOnlyStatics(javaClass);
          if (mustPrint && javaClass.tryGetMethod("toString").isEmpty()) {
            violation.accept(javaClass, javaClass.getName() + " has no toString() of its own");
          }
        });
  }

  /** Whether no instance can exist that a user could print. */
  private static boolean hasOnlyStatics(JavaClass javaClass) {
    return javaClass.getConstructors().stream()
            .allMatch(c -> c.getModifiers().contains(PRIVATE) && c.getAccessesToSelf().isEmpty())
        && Stream.concat(javaClass.getFields().stream(), javaClass.getMethods().stream())
            .allMatch(member -> member.getModifiers().contains(STATIC));
  }

  private static Stream<JavaType> typesOf(JavaMember member) {
    if (member instanceof JavaField field) {
      return Stream.of(field.getType());
    }
    JavaCodeUnit unit = (JavaCodeUnit) member;
    return Stream.of(
            Stream.of(unit.getReturnType()),
            unit.getParameterTypes().stream(),
            unit.getExceptionTypes().stream(),
            unit.getTypeParameters().stream())
        .flatMap(types -> types);
  }

  private static Stream<JavaType> annotationTypes(Set<? extends JavaAnnotation<?>> annotations) {
    return annotations.stream().map(JavaAnnotation::getRawType);
  }

  private static Optional<String> internalIn(Stream<? extends JavaType> types) {
    return types
        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
        .map(type -> type.getBaseComponentType().getName())
        .filter(name -> INTERNAL.stream().anyMatch(name::startsWith))
        .findFirst();
  }

  /** Whether the class is in a package that is not exported. */
  private static boolean isHidden(JavaClass javaClass) {
    return javaClass.getPackageName().startsWith(ROOT + ".internal.");
  }

  /** Whether a user of the library can name the class. */
  private static boolean isVisible(JavaClass javaClass) {
    boolean open =
        javaClass.getModifiers().contains(PUBLIC) || javaClass.getModifiers().contains(PROTECTED);
    return open && javaClass.getEnclosingClass().map(ArchitectureTest::isVisible).orElse(true);
  }

  private static boolean isVisible(JavaMember member) {
    return member.getModifiers().contains(PUBLIC) || member.getModifiers().contains(PROTECTED);
  }

  /** The part of the package's name after the root: {@code stats} of {@code dev.repartee.stats}. */
  private static String roomOf(JavaClass javaClass) {
    String name = javaClass.getPackageName();
    return name.length() <= ROOT.length() ? "" : name.substring(ROOT.length() + 1);
  }

  private static Map<String, Integer> floorOf() {
    Map<String, Integer> floors = new HashMap<>();
    for (int floor = 0; floor < FLOORS.size(); floor++) {
      for (String name : FLOORS.get(floor)) {
        floors.put(name, floor);
      }
    }
    return Map.copyOf(floors);
  }

  private static ArchCondition<JavaClass> condition(
      String description, BiConsumer<JavaClass, BiConsumer<HasDescription, String>> rule) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass javaClass, ConditionEvents events) {
        rule.accept(javaClass, (subject, message) -> events.add(violated(subject, message)));
      }
    };
  }
}
