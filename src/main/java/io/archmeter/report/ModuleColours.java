package io.archmeter.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A colour for each module: of the deepest modules that are no more than there are colours. Where the outermost are more, the largest have
 * their own, and the others share one.
 *
 * @param depth of how many parts of a name the modules are
 * @param series the modules that have a colour of their own, in its order; and below them, maybe, the others
 */
record ModuleColours(int depth, List<String> series) {
    /** Colours that are told apart (series-0 to series-7 of picture.css). */
    private static final int COLOURS = 8;

    private static final String OTHERS = "others";

    ModuleColours {
        series = List.copyOf(series);
    }

    /** @param bytes of the largest tensor of each layer, by its name, in their order */
    static ModuleColours of(Map<String, Long> bytes) {
        int deepest = bytes.keySet().stream()
                .mapToInt(name -> name.split("\\.", -1).length)
                .max()
                .orElse(1);
        for (int depth = deepest; depth > 1; depth--) {
            Set<String> modules = new LinkedHashSet<>();
            for (String name : bytes.keySet()) {
                modules.add(module(name, depth));
            }
            if (modules.size() <= COLOURS) {
                return new ModuleColours(depth, List.copyOf(modules));
            }
        }
        return outermost(bytes);
    }

    private static ModuleColours outermost(Map<String, Long> bytes) {
        Map<String, Long> largest = new LinkedHashMap<>();
        bytes.forEach((name, each) -> largest.merge(module(name, 1), each, Math::max));
        List<String> series = new ArrayList<>(largest.keySet());
        if (series.size() > COLOURS) {
            List<String> largestFirst = new ArrayList<>(series);
            largestFirst.sort((a, b) -> Long.compare(largest.get(b), largest.get(a)));
            series.retainAll(Set.copyOf(largestFirst.subList(0, COLOURS - 1)));
            series.add(OTHERS);
        }
        return new ModuleColours(1, series);
    }

    /** The number of a layer's colour. */
    int of(String name) {
        int own = series.indexOf(module(name, depth));
        return own < 0 ? series.size() - 1 : own;
    }

    /** The first parts of a name: {@code layer1.0} of {@code layer1.0.conv1}. */
    static String module(String name, int depth) {
        int end = -1;
        for (int part = 0; part < depth; part++) {
            end = name.indexOf('.', end + 1);
            if (end < 0) {
                return name;
            }
        }
        return name.substring(0, end);
    }
}
