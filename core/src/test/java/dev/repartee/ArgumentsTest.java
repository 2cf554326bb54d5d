package dev.repartee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.repartee.log.EngagementLog;
import dev.repartee.measure.BytesTest;
import dev.repartee.measure.Counts;
import dev.repartee.measure.Dimension;
import dev.repartee.measure.Measure;
import dev.repartee.measure.Summary;
import dev.repartee.model.Act;
import dev.repartee.response.Badge;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Calls every public factory and every public method of what they return with odd arguments: what
 * is thrown must be one of the JDK's exceptions, with a message for the caller.
 */
class ArgumentsTest {
  private static final int INSTANCES = 5;
  private static final int ATTEMPTS = 60;

  /** Written for measures of one's own: they are called row by row, and check nothing twice. */
  private static final Set<String> ENGINE =
      Set.of("Slice", "Split", "Tally", "TallyForm", "TallyMap", "Groups", "Plan", "Origin");

  private static final Set<String> LEFT_OUT =
      Set.of(
          "wait",
          "notify",
          "notifyAll",
          "getClass",
          "hashCode",
          "equals",
          "fromBytes",
          "simulate",
          "valueOf");

  /** Thrown by functions of the caller's own. */
  private static final class Mine extends RuntimeException {
    private static final long serialVersionUID = 1;

    Mine() {
      super("mine", null, false, false);
    }
  }

  private final Random random = new Random(5);
  private final Map<Class<?>, List<Object>> pool = new HashMap<>();
  private final Map<String, String> faults = new TreeMap<>();
  private final Set<String> tried = new HashSet<>();
  private int calls;

  private static List<Class<?>> publicTypes() throws IOException, URISyntaxException {
    Path root =
        Path.of(EngagementLog.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(root)) {
      List<Class<?>> types = new ArrayList<>();
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        String name = root.relativize(file).toString().replace('/', '.');
        if (name.endsWith(".class") && !name.contains(".internal.") && !name.contains("-info")) {
          Class<?> type = type(name.substring(0, name.length() - ".class".length()));
          if (isPublic(type) && !ENGINE.contains(type.getSimpleName())) {
            types.add(type);
          }
        }
      }
      return types;
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isPublic(Class<?> type) {
    return Modifier.isPublic(type.getModifiers())
        && (type.getDeclaringClass() == null || isPublic(type.getDeclaringClass()));
  }

  private void keep(Object value) {
    Class<?> type = value.getClass();
    if (!type.getName().startsWith("dev.repartee.") || type.getName().contains(".internal.")) {
      return;
    }
    List<Object> kept = pool.computeIfAbsent(type, any -> new ArrayList<>());
    if (kept.size() < INSTANCES) {
      kept.add(value);
    }
  }

  private List<Object> pooled(Class<?> type) {
    List<Object> found = new ArrayList<>();
    pool.forEach((each, values) -> found.addAll(type.isAssignableFrom(each) ? values : List.of()));
    found.sort(Comparator.comparing(value -> value.getClass().getName()));
    return found;
  }

  private static Class<?> erased(Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    } else if (type instanceof ParameterizedType full) {
      return (Class<?>) full.getRawType();
    } else if (type instanceof WildcardType wild) {
      return erased(
          wild.getLowerBounds().length > 0 ? wild.getLowerBounds()[0] : wild.getUpperBounds()[0]);
    } else if (type instanceof TypeVariable<?> variable) {
      return erased(variable.getBounds()[0]);
    }
    Type component = ((GenericArrayType) type).getGenericComponentType();
    return Array.newInstance(erased(component), 0).getClass();
  }

  private static Type argument(Type type, int at) {
    return type instanceof ParameterizedType full
        ? full.getActualTypeArguments()[at]
        : Object.class;
  }

  private static List<Object> numbers(Class<?> type) {
    if (type == double.class) {
      return List.of(
          0.5,
          1.0,
          0.0,
          -0.0,
          -1.0,
          2.0,
          1e300,
          1e-300,
          Double.MIN_VALUE,
          Double.MAX_VALUE,
          -Double.MAX_VALUE,
          Double.NaN,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY);
    } else if (type == int.class) {
      return List.of(1, 2, 7, 0, -1, 40, 2026, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
    return List.of(1L, 2L, 1_000L, 0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 53);
  }

  /** What may be handed over, the sensible first. */
  private List<Object> values(Type generic) {
    Class<?> type = erased(generic);
    if (type == boolean.class) {
      return List.of(true, false);
    } else if (type.isPrimitive()) {
      return type == char.class || type == byte.class ? List.of() : numbers(type);
    }
    List<Object> values = new ArrayList<>();
    if (type == String.class || type == CharSequence.class || type == Comparable.class) {
      values.addAll(
          List.of(
              "Acme",
              "2026-01-01T00:00:00Z",
              "2026-01-20T00:00:00Z",
              "care",
              "blog",
              "Support",
              "order",
              "tea",
              "carl",
              "b",
              "",
              " ",
              "\uD800",
              "x".repeat(70_000)));
    } else if (type == Instant.class) {
      values.add(Instant.parse("2026-01-02T00:00:00Z"));
      values.add(Instant.parse("2026-01-20T00:00:00Z"));
      values.addAll(List.of(Instant.MIN, Instant.MAX, Instant.EPOCH));
    } else if (type == Duration.class) {
      values.addAll(List.of(Duration.ofDays(1), Duration.ofHours(1), Duration.ZERO));
      values.addAll(List.of(Duration.ofNanos(1), Duration.ofDays(-1)));
      values.add(Duration.ofSeconds(Long.MAX_VALUE));
      values.add(Duration.ofSeconds(Long.MIN_VALUE));
    } else if (type == LocalDate.class) {
      values.addAll(List.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 9)));
      values.addAll(List.of(LocalDate.MIN, LocalDate.MAX));
    } else if (type == LocalTime.class) {
      values.addAll(List.of(LocalTime.of(9, 0), LocalTime.of(17, 0)));
      values.addAll(List.of(LocalTime.MIN, LocalTime.MAX));
    } else if (type == ZoneId.class) {
      values.addAll(List.of(ZoneOffset.UTC, ZoneId.of("Europe/Berlin"), ZoneOffset.MAX));
    } else if (type == Optional.class) {
      values.add(Optional.empty());
    } else if (type == BitSet.class) {
      values.addAll(List.of(new BitSet(), BitSet.valueOf(new long[] {-1L, -1L, -1L})));
    } else if (type == double[].class) {
      values.addAll(List.of(new double[] {0.2, 0.8}, new double[64], new double[0]));
      values.addAll(List.of(new double[] {Double.NaN}, new double[] {-1, 1e308, 1e308}));
    } else if (type == long[].class) {
      values.addAll(List.of(new long[] {1, 2}, new long[0], new long[] {-1, Long.MAX_VALUE}));
    } else if (type == int[].class) {
      values.addAll(List.of(new int[] {1, 2}, new int[0], new int[] {-1, Integer.MAX_VALUE}));
    } else if (type == Object.class) {
      values.addAll(List.of("Acme", 1));
    } else if (type.isArray() && !type.getComponentType().isPrimitive()) {
      addArrays(values, type.getComponentType());
    } else if (Map.class == type) {
      addMaps(values, argument(generic, 0), argument(generic, 1));
    } else if (type.isAssignableFrom(List.class) || type == Set.class || type == List.class) {
      addCollections(values, type, argument(generic, 0));
    } else if (type.isEnum()) {
      values.addAll(Arrays.asList(type.getEnumConstants()));
    } else {
      values.addAll(pooled(type));
      Collections.shuffle(values, random);
      if (values.size() > 12) {
        values.subList(12, values.size()).clear();
      }
      if (isFunction(type)) {
        for (int what = 0; what < 3; what++) {
          values.add(function(type, generic, what));
        }
      }
    }
    values.add(null);
    return values;
  }

  private void addArrays(List<Object> values, Class<?> component) {
    List<Object> parts = values(component);
    for (int length : new int[] {1, 2, 0}) {
      Object array = Array.newInstance(component, length);
      for (int i = 0; i < Math.min(length, parts.size()); i++) {
        Array.set(array, i, parts.get(i));
      }
      values.add(array);
    }
    values.add(Array.newInstance(component, 1));
  }

  private void addCollections(List<Object> values, Class<?> type, Type element) {
    List<List<Object>> lists = new ArrayList<>();
    List<Object> parts = values(element);
    lists.add(parts.subList(0, Math.min(1, parts.size())));
    lists.add(parts.subList(0, Math.min(2, parts.size())));
    lists.add(List.of());
    lists.add(parts);
    lists.add(Collections.singletonList(null));
    lists.forEach(list -> values.add(type == Set.class ? new HashSet<>(list) : list));
  }

  private void addMaps(List<Object> values, Type key, Type value) {
    List<Object> keys = values(key);
    List<Object> parts = values(value);
    for (int k : new int[] {0, keys.size() - 1}) {
      for (int p : new int[] {0, parts.size() - 1}) {
        Map<Object, Object> map = new LinkedHashMap<>();
        map.put(keys.get(k), parts.get(p));
        values.add(map);
      }
    }
    values.add(Map.of());
  }

  private static boolean isFunction(Class<?> type) {
    return type.isInterface()
        && !type.isSealed()
        && isPublicly(type)
        && Arrays.stream(type.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .filter(method -> !method.getName().equals("equals"))
                .count()
            == 1;
  }

  private static boolean isPublicly(Class<?> type) {
    return Modifier.isPublic(type.getModifiers());
  }

  /** A function that returns something, nothing, or throws. */
  private Object function(Class<?> type, Type generic, int what) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
          } else if (method.getDeclaringClass() == Object.class) {
            return method.getName().equals("toString") ? "function" : (Object) proxy.hashCode();
          } else if (what == 2) {
            throw new Mine();
          }
          Class<?> result = method.getReturnType();
          List<Object> values =
              result == void.class
                  ? Collections.singletonList(null)
                  : result == Object.class && generic instanceof ParameterizedType full
                      ? values(
                          full.getActualTypeArguments()[full.getActualTypeArguments().length - 1])
                      : values(result);
          return values.isEmpty() ? null : values.get(what == 0 ? 0 : values.size() - 1);
        };
    return Proxy.newProxyInstance(
        ArgumentsTest.class.getClassLoader(), new Class<?>[] {type}, handler);
  }

  private Object call(Object target, Method method, Object[] arguments) {
    calls++;
    try {
      Object result = method.invoke(target, arguments);
      if (result != null) {
        if (!(result instanceof Stream) && !isPrinted(result)) {
          faults.putIfAbsent(name(method) + " returns what does not print", text(arguments));
          return null;
        }
        keep(result);
        if (result instanceof Optional<?> some) {
          some.ifPresent(this::keep);
        } else if (result instanceof List<?> list && !list.isEmpty() && list.get(0) != null) {
          keep(list.get(0));
        }
      }
      return this;
    } catch (InvocationTargetException e) {
      judge(method, arguments, e.getCause());
      return null;
    } catch (IllegalAccessException e) {
      return null;
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(method.toString(), e);
    } catch (Throwable e) {
      judge(method, arguments, e);
      return null;
    }
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  private static boolean isPrinted(Object value) {
    try {
      return value.toString() != null;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static String text(Object[] arguments) {
    return Arrays.stream(arguments)
        .map(each -> each instanceof double[] some ? Arrays.toString(some) : each)
        .map(each -> each == null || isPrinted(each) ? "" + each : "unprintable")
        .map(each -> each.length() > 60 ? each.substring(0, 60) + "..." : each)
        .toList()
        .toString();
  }

  private void judge(Method method, Object[] arguments, Throwable thrown) {
    String fault = fault(method, arguments, thrown);
    if (!fault.isEmpty()) {
      StackTraceElement[] trace = thrown.getStackTrace();
      String at = "";
      for (int i = 0, shown = 0; i < trace.length && shown < 5; i++) {
        if (trace[i].getClassName().startsWith("dev.repartee") || i == 0) {
          at += "\n      " + trace[i];
          shown++;
        }
      }
      String message = String.valueOf(thrown.getMessage());
      faults.putIfAbsent(
          name(method) + " " + fault,
          text(arguments)
              + "\n   "
              + thrown.getClass().getName()
              + ": "
              + message.substring(0, Math.min(300, message.length()))
              + at);
    }
  }

  private static String fault(Method method, Object[] arguments, Throwable thrown) {
    Class<?> type = thrown.getClass();
    String message = thrown.getMessage();
    if (thrown instanceof Mine) {
      return "";
    } else if (!(type == IllegalArgumentException.class
        || type == NullPointerException.class
        || type == IllegalStateException.class
        || type == ArithmeticException.class
        || type == UnsupportedOperationException.class
        || type == NoSuchElementException.class
        || type == IndexOutOfBoundsException.class
        || (type == ClassCastException.class && isGeneric(method))
        || thrown instanceof DateTimeException)) {
      return type.getSimpleName();
    } else if (message == null || message.isBlank()) {
      boolean isPlain = type == NullPointerException.class && hasNull(arguments);
      return isPlain || type == UnsupportedOperationException.class ? "" : "no message";
    } else if (message.contains(".internal.")
        || message.contains("Preconditions")
        || message.contains("because \"<")) {
      return "internals";
    } else if (message.contains("Cannot ") && message.contains("because ")) {
      return hasNull(arguments) ? "" : "cannot";
    }
    return "";
  }

  /** Whether the compiler would have kept the caller from handing over such types. */
  private static boolean isGeneric(Method method) {
    return Arrays.stream(method.getGenericParameterTypes()).anyMatch(t -> !(t instanceof Class<?>));
  }

  private static boolean hasNull(Object[] arguments) {
    return Arrays.stream(arguments)
        .anyMatch(
            each ->
                each == null
                    || each instanceof Proxy
                    || (each instanceof Collection<?> all
                        && all.stream().anyMatch(one -> one == null))
                    || (each instanceof Map<?, ?> map
                        && (map.containsKey(null) || map.containsValue(null)))
                    || (each instanceof Object[] array && Arrays.asList(array).contains(null)));
  }

  private void tryOut(Object target, Method method) {
    Parameter[] parameters = method.getParameters();
    List<List<Object>> values = new ArrayList<>();
    for (Parameter parameter : parameters) {
      values.add(values(parameter.getParameterizedType()));
      if (values.get(values.size() - 1).isEmpty()) {
        return;
      }
    }
    Object[] base = new Object[parameters.length];
    for (int attempt = 0; attempt < (base.length == 0 ? 1 : ATTEMPTS); attempt++) {
      Object[] arguments = new Object[base.length];
      for (int i = 0; i < arguments.length; i++) {
        List<Object> some = values.get(i);
        arguments[i] = some.get(attempt == 0 ? 0 : random.nextInt(some.size()));
      }
      if (attempt == 0) {
        base = arguments;
      }
      if (call(target, method, arguments) != null) {
        base = arguments;
        break;
      }
    }
    for (int i = 0; i < base.length; i++) {
      for (Object odd : values.get(i)) {
        Object[] arguments = base.clone();
        arguments[i] = odd;
        call(target, method, arguments);
      }
    }
  }

  private static List<Method> methods(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> !method.isSynthetic() && !LEFT_OUT.contains(method.getName()))
        .filter(method -> method.getDeclaringClass().getName().startsWith("dev.repartee."))
        .filter(method -> isPublic(method.getDeclaringClass()))
        .sorted(Comparator.comparing(Method::toGenericString))
        .toList();
  }

  @Test
  @Timeout(180)
  void oddArgumentsEndInExceptionsForTheCaller() throws IOException, URISyntaxException {
    keep(BytesTest.LOG);
    keep(BytesTest.LOG.directory());
    for (Measure<?> measure : BytesTest.measures()) {
      keep(measure);
      Object summary = BytesTest.LOG.measure(measure);
      keep(summary);
      assertTrue(summary instanceof Summary<?>);
    }
    List<Class<?>> types = publicTypes();
    for (int round = 0; round < 3; round++) {
      for (Class<?> type : types) {
        for (Method method : methods(type)) {
          boolean isStatic = Modifier.isStatic(method.getModifiers());
          List<Object> targets = isStatic ? Collections.singletonList(null) : exact(type);
          for (Object target : targets) {
            if (tried.add(method + "#" + System.identityHashCode(target))) {
              tryOut(target, method);
            }
          }
        }
      }
    }
    assertTrue(calls > 20_000, calls + " calls");
    assertEquals(List.of(), List.copyOf(faults.keySet()), () -> faults.toString());
  }

  private static String refusal(Class<? extends Throwable> type, Executable call) {
    return String.valueOf(assertThrows(type, call).getMessage());
  }

  @Test
  void messagesNameWhatIsNull() {
    EngagementLog log = BytesTest.LOG;
    Dimension nothing = Dimension.of("mine", row -> null);
    String key = "key of dimension (mine) must not be null; return \"\" for none";
    Counts all = Counts.ofMessages("all", row -> true);
    assertEquals(key, refusal(NullPointerException.class, () -> log.measure(all.by(nothing))));
    assertEquals(
        key, refusal(NullPointerException.class, () -> log.only(nothing, "x").measure(all)));
    assertEquals("predicate", refusal(NullPointerException.class, () -> log.filter("x", null)));
    assertEquals(
        "predicate", refusal(NullPointerException.class, () -> Counts.ofMessages("x", null)));
    assertEquals("kind", refusal(NullPointerException.class, () -> Act.of(null, "carl", 0)));
    assertEquals(
        "directory", refusal(NullPointerException.class, () -> EngagementLog.builder(null)));
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 9_999, Integer.MAX_VALUE})
  void aBadgeIsOfAYearThatLogsCanHave(int year) {
    assertEquals(
        "year (" + year + ") must be 1 to 9998; take one of the log",
        refusal(
            IllegalArgumentException.class,
            () -> Badge.sociallyDevoted(BytesTest.LOG, year, 4, ZoneOffset.UTC)));
  }

  private List<Object> exact(Class<?> type) {
    return pool.entrySet().stream()
        .filter(
            entry ->
                entry.getKey() == type
                    || (!isPublic(entry.getKey()) && type.isAssignableFrom(entry.getKey())))
        .flatMap(entry -> entry.getValue().stream())
        .toList();
  }
}
