package io.archmeter.spec;

import java.util.Map;
import java.util.Optional;

/** Values for a model's params, under a name. */
record Variant(String name, Optional<String> title, Map<String, Written> settings) {}
