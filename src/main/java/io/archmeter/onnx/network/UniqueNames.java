package io.archmeter.onnx.network;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names of which no two are alike: one that is there already gets a number. */
final class UniqueNames {
    private final Set<String> taken = new HashSet<>();

    /** The next number of each name: whoever asked for one after the other again would take the square of their count. */
    private final Map<String, Integer> next = new HashMap<>();

    String unique(String name) {
        if (taken.add(name)) {
            return name;
        }
        int number = next.getOrDefault(name, 1);
        while (!taken.add(name + "_" + number)) {
            number++;
        }
        next.put(name, number + 1);
        return name + "_" + number;
    }
}
