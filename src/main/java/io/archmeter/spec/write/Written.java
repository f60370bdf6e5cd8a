package io.archmeter.spec.write;

import io.archmeter.problem.Visible;
import io.archmeter.value.PlainValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of a spec. Those that have {@code lines} are written one on each line, others after each other. */
sealed interface Written {
    /** A number, a text, a list of them, or nothing. */
    record Value(PlainValue value) implements Written {}

    /** Parts after each other. */
    record Items(List<Written> items, boolean lines) implements Written {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Parts under their names, in this order. */
    record Entries(Map<String, Written> entries, boolean lines) implements Written {
        public Entries {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /** What no text of a spec may hold is written as its code. */
    static Written text(String text) {
        return new Value(new PlainValue.Text(Visible.of(text)));
    }

    /** One name, or several in a list. */
    static Written names(List<String> names) {
        return names.size() == 1
                ? text(names.get(0))
                : new Items(names.stream().map(Written::text).toList(), false);
    }
}
