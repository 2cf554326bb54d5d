package dev.repartee.testing;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Tries no law on more samples than {@code -Drepartee.samples} says. Without it, as in every build,
 * laws are tried on as many as they name. Broken versions are many, and most need few samples.
 */
public final class FewSamples implements AroundPropertyHook {
  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    Integer most = Integer.getInteger("repartee.samples");
    if (most != null) {
      context.attributes().setTries(Math.min(most, context.attributes().tries().orElse(most)));
    }
    return property.execute();
  }
}
