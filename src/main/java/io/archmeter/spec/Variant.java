package io.archmeter.spec;

import io.archmeter.spec.expression.Unevaluated;
import java.util.Map;
import java.util.Optional;

/** Values for a model's params, under a name. */
public record Variant(String name, Optional<String> title, Map<String, Unevaluated> settings) {}
