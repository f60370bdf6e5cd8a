package io.archmeter.spec;

import io.archmeter.op.Value;
import io.archmeter.problem.Span;
import java.util.List;

/** What a YAML or JSON file says, each part with its place. */
sealed interface Located {
    Span at();

    /**
     * One value. A text that begins with {@code =} is an expression, not evaluated yet.
     *
     * @param textAt where the characters of the value begin: behind the quote, if there is one
     */
    record Scalar(Span at, Span textAt, Value value) implements Located {}

    record Items(Span at, List<Located> items) implements Located {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Entries in the order of the file, each key once; merged entries ({@code <<}) behind the others. */
    record Mapping(Span at, List<Entry> entries) implements Located {
        public Mapping {
            entries = List.copyOf(entries);
        }
    }

    record Entry(Span keyAt, String key, Located value) {}
}
