package dev.repartee.examples.exports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import java.util.function.Predicate;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Version;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/**
 * The functions of jq. Those that recipes call for every record are here once more: jackson-jq has
 * written them in jq, and they cost most of the time there.
 */
final class JqFunctions {
  private JqFunctions() {}

  static Scope builtIn(Version version) {
    Scope scope = Scope.newEmptyScope();
    BuiltinFunctionLoader.getInstance().loadFunctions(version, scope);
    scope.addFunction("arrays", 0, only(JsonNode::isArray));
    scope.addFunction("objects", 0, only(JsonNode::isObject));
    scope.addFunction(
        "select",
        1,
        (at, args, in, path, out, used) ->
            args.get(0)
                .apply(
                    at,
                    in,
                    answer -> {
                      if (isTrue(answer)) {
                        out.emit(in, path);
                      }
                    }));
    scope.addFunction(
        "map",
        1,
        (at, args, in, path, out, used) -> {
          requireElements(in, "map");
          ArrayNode all = JsonNodeFactory.instance.arrayNode();
          for (JsonNode element : in) {
            args.get(0).apply(at, element, all::add);
          }
          out.emit(all, null);
        });
    scope.addFunction(
        "any",
        1,
        (at, args, in, path, out, used) -> {
          requireElements(in, "any");
          boolean[] isAny = {false};
          for (JsonNode element : in) {
            args.get(0).apply(at, element, answer -> isAny[0] |= isTrue(answer));
            if (isAny[0]) {
              break;
            }
          }
          out.emit(JsonNodeFactory.instance.booleanNode(isAny[0]), null);
        });
    return scope;
  }

  private static Function only(Predicate<JsonNode> kind) {
    return (at, args, in, path, out, used) -> {
      if (kind.test(in)) {
        out.emit(in, path);
      }
    };
  }

  private static boolean isTrue(JsonNode answer) {
    return !answer.isNull() && !(answer.isBoolean() && !answer.booleanValue());
  }

  private static void requireElements(JsonNode in, String function) throws JsonQueryException {
    if (!in.isContainerNode()) {
      throw new JsonQueryException(
          "Cannot iterate over "
              + in.getNodeType().name().toLowerCase(Locale.ROOT)
              + " in "
              + function);
    }
  }
}
