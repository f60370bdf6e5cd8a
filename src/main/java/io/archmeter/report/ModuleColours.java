package io.archmeter.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A colour for each module, of modules so deep that a few colours tell most tensors apart. Those that have the most tensors have their own,
 * and the others share one.
 *
 * @param depth of how many parts of a name the modules are
 * @param series the modules that have a colour of their own, in its order; and after them, maybe, the others
 */
record ModuleColours(int depth, List<String> series) {
    /** Colours that are told apart (series-0 to series-7 of picture.css). */
    private static final int COLOURS = 8;

    private static final String OTHERS = "others";

    ModuleColours {
        series = List.copyOf(series);
    }

    /** @param names of tensors, in the order of their steps; at least one */
    static ModuleColours of(List<String> names) {
        int deepest = names.stream()
                .mapToInt(name -> name.split("\\.", -1).length)
                .max()
                .orElse(1);
        for (int depth = deepest; depth > 1; depth--) {
            Map<String, Integer> tensors = tensors(names, depth);
            List<String> series = series(tensors);
            int others = tensors.entrySet().stream()
                    .filter(module -> !series.contains(module.getKey()))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            if (others <= names.size() / 4) {
                return new ModuleColours(depth, series);
            }
        }
        return new ModuleColours(1, series(tensors(names, 1)));
    }

    /** How many tensors each module has. */
    private static Map<String, Integer> tensors(List<String> names, int depth) {
        Map<String, Integer> tensors = new LinkedHashMap<>();
        names.forEach(name -> tensors.merge(module(name, depth), 1, Integer::sum));
        return tensors;
    }

    private static List<String> series(Map<String, Integer> tensors) {
        List<String> series = new ArrayList<>(tensors.keySet());
        if (series.size() > COLOURS) {
            List<String> mostFirst = new ArrayList<>(series);
            mostFirst.sort((a, b) -> Integer.compare(tensors.get(b), tensors.get(a)));
            series.retainAll(mostFirst.subList(0, COLOURS - 1));
            series.add(OTHERS);
        }
        return series;
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

    /** The last part of a name, where that is a number with the one before it: {@code features.0}. */
    static String end(String name) {
        int point = name.lastIndexOf('.');
        boolean number = point > 0 && name.substring(point + 1).chars().allMatch(Character::isDigit);
        return name.substring(number ? name.lastIndexOf('.', point - 1) + 1 : point + 1);
    }
}
