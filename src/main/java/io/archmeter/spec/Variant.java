package io.archmeter.spec;

import io.archmeter.problem.Span;
import java.util.Map;
import java.util.Optional;

/** Values for a model's params, under a name. */
record Variant(Span at, String name, Optional<String> title, Map<String, Setting> settings) {
    /** One value, and where its param is named. */
    record Setting(Span keyAt, Written value) {}
}
