package io.archmeter.spec.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names that a spec can have: letters, digits, '_' and '-', in parts between dots. What else is in one becomes '_'. */
final class ValidNames {
    private static final String INPUT = "input";
    private static final int MOST_SHOWN = 5;

    private final Set<String> taken = new HashSet<>();
    private final List<String> changed = new ArrayList<>();

    /** A name like this one, which nothing else has. */
    String of(String name) {
        return unique(valid(name), name);
    }

    /** The name of an input, which may be that of the only one. */
    String ofInput(String name, boolean only) {
        boolean usual = only && name.equals(INPUT);
        return unique(usual ? name : valid(name), name);
    }

    private String unique(String valid, String name) {
        String free = valid;
        for (int number = 2; !taken.add(free); number++) {
            free = valid + "_" + number;
        }
        if (!free.equals(name)) {
            changed.add(name + " is " + free);
        }
        return free;
    }

    /** So that no other layer is called like an output of one. */
    void reserve(String name) {
        taken.add(name);
    }

    /** One that has no parts, and no '-', and does not begin with a digit; empty where the name is. */
    static String word(String name) {
        return name.replaceAll("[^A-Za-z0-9_]", "_").replaceFirst("^([0-9])", "_$1");
    }

    static String valid(String name) {
        List<String> parts = new ArrayList<>();
        for (String part : name.split("\\.", -1)) {
            String letters = part.replaceAll("[^A-Za-z0-9_-]", "_");
            parts.add(letters.isEmpty() || letters.equals(INPUT) ? letters + "_" : letters);
        }
        return String.join(".", parts);
    }

    /** Which names are others now; empty where all are as they were. */
    Optional<String> note() {
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        String shown = String.join(", ", changed.subList(0, Math.min(MOST_SHOWN, changed.size())));
        int more = changed.size() - MOST_SHOWN;
        return Optional.of("names that no layer can have: " + shown + (more > 0 ? " and " + more + " more" : ""));
    }
}
