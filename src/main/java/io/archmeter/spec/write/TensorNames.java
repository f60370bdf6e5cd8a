package io.archmeter.spec.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The full names of tensors by their numbers, and the words by which a layer below some modules takes one. */
final class TensorNames {
    private final Map<Integer, String> names = new HashMap<>();
    /** All that a name could mean so far: layers, their outputs, and the modules that they are in. */
    private final Set<String> known = new HashSet<>();

    /** @param name the path of its layer, and for a second output its own behind a dot */
    void add(int number, String name) {
        names.put(number, name);
    }

    /** Nothing can be meant yet. */
    void restart() {
        known.clear();
    }

    /** From now on the outputs of a layer can be meant. */
    void finish(String path, int first) {
        know(path);
        for (int other = first + 1; names.getOrDefault(other, "").startsWith(path + "."); other++) {
            know(names.get(other));
        }
    }

    private void know(String name) {
        known.add(name);
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            known.add(name.substring(0, dot));
        }
    }

    String of(int number) {
        return names.get(number);
    }

    /**
     * How a name is written below some modules.
     *
     * @param levels what the paths begin with there, the nearest first
     * @return empty where it would mean something else, whatever is written
     */
    static Optional<String> within(Set<String> known, String name, List<String> levels) {
        List<String> nearer = new ArrayList<>();
        for (String level : levels) {
            nearer.add(level);
            if (!name.startsWith(level)) {
                continue;
            }
            String rest = name.substring(level.length());
            boolean means = !rest.equals("input")
                    && nearer.stream().map(before -> before + rest).filter(known::contains).findFirst().stream()
                            .allMatch(name::equals);
            if (means || level.isEmpty() && name.equals("input")) {
                return Optional.of(rest);
            }
        }
        return Optional.empty();
    }

    Optional<String> within(String name, List<String> levels) {
        return within(known, name, levels);
    }
}
