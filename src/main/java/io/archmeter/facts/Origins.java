package io.archmeter.facts;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Names in a list, each once. One list that grows by the names of one layer after the other shares its names with all the lists before it:
 * copies would take the square of their count.
 *
 * @since 0.2.0
 */
public final class Origins extends AbstractList<String> {
    /** Only ever added to, so that nobody sees a list change: each sees the names up to its own size. */
    private static final class Names {
        private final List<String> inOrder = new ArrayList<>();
        private final Set<String> all = new HashSet<>();

        private int add(List<String> more) {
            for (String name : more) {
                if (all.add(name)) {
                    inOrder.add(name);
                }
            }
            return inOrder.size();
        }
    }

    private final Names names;
    private final int size;

    private Origins(Names names, int size) {
        this.names = names;
        this.size = size;
    }

    /** The names of both, each once. */
    static List<String> together(List<String> some, List<String> more) {
        Names names = some instanceof Origins origins ? origins.names : new Names();
        synchronized (names) {
            if (names.inOrder.size() == some.size()) {
                return new Origins(names, names.add(more));
            }
        }
        Names copied = new Names();
        copied.add(some);
        return new Origins(copied, copied.add(more));
    }

    /** A list that nobody can change. */
    public static List<String> copyOf(List<String> names) {
        return names instanceof Origins ? names : List.copyOf(names);
    }

    @Override
    public String get(int index) {
        Objects.checkIndex(index, size);
        synchronized (names) {
            return names.inOrder.get(index);
        }
    }

    @Override
    public int size() {
        return size;
    }
}
