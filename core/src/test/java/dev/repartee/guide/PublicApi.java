package dev.repartee.guide;

import dev.repartee.measure.Measure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What users of the library can name: its public types and their public methods. */
final class PublicApi {
  private static final Path SOURCES = GuidePage.ROOT.resolve("core/src/main/java");

  /** Methods of the JDK, and functions of formulas, that sentences of the guide name. */
  private static final Set<String> OF_OTHERS =
      Set.of("sqrt", "orElse", "count", "imports", "exp", "ln");

  private static final List<Class<?>> TYPES = types();

  private PublicApi() {}

  private static List<Class<?>> types() {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .map(file -> SOURCES.relativize(file).toString())
          .filter(file -> file.endsWith(".java") && !file.endsWith("package-info.java"))
          .map(file -> file.replace(".java", "").replace(java.io.File.separatorChar, '.'))
          .filter(name -> !name.contains(".internal."))
          .<Class<?>>map(PublicApi::named)
          .flatMap(type -> Stream.concat(Stream.of(type), Arrays.stream(type.getClasses())))
          .filter(type -> Modifier.isPublic(type.getModifiers()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(name, e);
    }
  }

  /** The public static methods that return a measure, each with its type. */
  static Set<String> measureFactories() {
    return TYPES.stream()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .filter(method -> Measure.class.isAssignableFrom(method.getReturnType()))
        .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether a public type has a method so called; any type does where none is named. */
  static boolean has(@Nullable String type, String method) {
    boolean isOfOthers =
        OF_OTHERS.contains(method)
            || (type != null && TYPES.stream().noneMatch(t -> t.getSimpleName().equals(type)));
    return isOfOthers
        || TYPES.stream()
            .filter(t -> type == null || t.getSimpleName().equals(type))
            .flatMap(t -> Arrays.stream(t.getMethods()))
            .map(Method::getName)
            .anyMatch(method::equals);
  }
}
