package dev.repartee.examples.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.internal.InternalFutureFailureAccess;
import dev.repartee.log.EngagementLog;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** A program that needs the library alone: on the module path, as an image, on the class path. */
final class ImageTest {
  private static final String MODULE = "dev.repartee.examples.image";
  private static final String MAIN = Answered.class.getName();
  private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

  /** What commons-math3 3.6.1 itself computes, before it is embedded. */
  private static final String NUMBERS =
      """
      7 of 10: from 0.39677814746114537 to 0.8922087325936989
      Pearson 0.7054721802669185
      Spearman 0.7636363636363636
      """;

  @TempDir private static Path folder;

  /** The library and what it requires; nothing that the build happens to have beside them. */
  private static String libraries = "";

  private static Path library = Path.of("");
  private static Path program = Path.of("");

  @BeforeAll
  static void compileTheProgramAsAModule() throws Exception {
    library = jarOf(EngagementLog.class);
    libraries =
        Stream.of(
                library,
                jarOf(ImmutableList.class),
                jarOf(InternalFutureFailureAccess.class),
                jarOf(Logger.class))
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    program = folder.resolve("program");
    JavaCompiler compiler = javax.tools.ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      assertTrue(
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  List.of("--release", "17", "--module-path", libraries, "-d", program.toString()),
                  null,
                  files.getJavaFileObjects(
                      Path.of("src/module/java/module-info.java"),
                      Path.of("src/main/java/dev/repartee/examples/image/Answered.java")))
              .call(),
          messages::toString);
    }
  }

  private static Path jarOf(Class<?> type) throws URISyntaxException {
    Path jar = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    assertTrue(Files.isRegularFile(jar), jar + " is no jar; run `mvn verify`, which makes one");
    return jar;
  }

  @Test
  void theLibraryExportsAllItsPackagesButTheInternalOnes() {
    ModuleDescriptor module =
        ModuleFinder.of(library).find("dev.repartee").orElseThrow().descriptor();
    assertFalse(module.isAutomatic(), "no module-info.class in " + library);
    Set<String> expected =
        module.packages().stream()
            .filter(name -> !(name + ".").startsWith("dev.repartee.internal."))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> exported =
        module.exports().stream()
            .filter(exports -> !exports.isQualified())
            .map(Exports::source)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(expected, exported, "exports in core/src/module/java/module-info.java");
  }

  @Test
  void theLibraryRequiresModulesOnly() {
    ModuleFinder modules =
        ModuleFinder.of(
            Stream.of(libraries.split(File.pathSeparator)).map(Path::of).toArray(Path[]::new));
    modules
        .findAll()
        .forEach(module -> assertFalse(module.descriptor().isAutomatic(), module.toString()));
    assertEquals(
        Set.of("java.base", "com.google.common", "org.slf4j", "org.jspecify"),
        modules.find("dev.repartee").orElseThrow().descriptor().requires().stream()
            .map(Requires::name)
            .collect(Collectors.toSet()));
  }

  @Test
  void whatIsEmbeddedComesWithItsNoticeAndLicenses() throws IOException {
    try (JarFile jar = new JarFile(library.toFile())) {
      for (String name :
          List.of("LICENSE", "NOTICE", "commons-math3/NOTICE.txt", "commons-math3/LICENSE.txt")) {
        assertTrue(jar.getEntry("META-INF/" + name) != null, name);
      }
      assertEquals(null, jar.getEntry("org/apache/commons/math3/util/FastMath.class"));
    }
  }

  @Test
  void runsOnTheModulePath() throws Exception {
    assertPrints(
        JAVA_HOME, "--module-path", path(libraries, program), "--module", MODULE + "/" + MAIN);
  }

  @Test
  void runsOnTheClassPath() throws Exception {
    assertPrints(JAVA_HOME, "--class-path", path(libraries, program), MAIN);
  }

  @Test
  void runsAsAnImageOfItsOwn() throws Exception {
    Optional<ToolProvider> jlink = ToolProvider.findFirst("jlink");
    assumeTrue(jlink.isPresent(), "this JDK has no jlink");
    boolean canLink =
        Files.isDirectory(JAVA_HOME.resolve("jmods"))
            || run(jlink.orElseThrow(), "--help").contains("Linking from run-time image enabled");
    assumeTrue(canLink, "this JDK has no jmods, and does not link from what it runs on");
    Path image = folder.resolve("image");
    String said =
        run(
            jlink.orElseThrow(),
            "--module-path",
            path(libraries, program),
            "--add-modules",
            MODULE,
            "--output",
            image.toString());
    assertTrue(Files.isDirectory(image.resolve("bin")), said);
    assertPrints(image, "--module", MODULE + "/" + MAIN);
  }

  private static String path(String libraries, Path program) {
    return libraries + File.pathSeparator + program;
  }

  /** What a tool of the JDK says. */
  private static String run(ToolProvider tool, String... arguments) {
    StringWriter said = new StringWriter();
    try (PrintWriter writer = new PrintWriter(said)) {
      tool.run(writer, writer, arguments);
    }
    return said.toString();
  }

  private static void assertPrints(Path javaHome, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(javaHome.resolve("bin").resolve("java").toString());
    command.addAll(List.of(arguments));
    Path printed = Files.createTempFile(folder, "printed", ".txt");
    Path errors = Files.createTempFile(folder, "errors", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(printed.toFile())
            .redirectError(errors.toFile())
            .start();
    assertEquals(0, process.waitFor(), () -> text(errors));
    String text = text(printed).replace("\r\n", "\n");
    assertTrue(text.startsWith("response each turn: median 42 min, 1/2 answered\n"), text);
    assertTrue(text.endsWith("\n" + NUMBERS), text);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
