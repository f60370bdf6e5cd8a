package io.archmeter.report.diff;

import io.archmeter.snapshot.LayerSnapshot;
import io.archmeter.value.LayerPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Layers that make up a module of a network, every one of it.
 *
 * @param operator what a single layer does; of several, how many they are
 */
record WholeModule(String name, String operator, List<LayerSnapshot> layers) {
    WholeModule {
        layers = List.copyOf(layers);
    }

    static WholeModule of(LayerSnapshot layer) {
        return new WholeModule(layer.name(), layer.operator(), List.of(layer));
    }

    /** What is not shown one by one. */
    static WholeModule rest(List<WholeModule> modules) {
        List<LayerSnapshot> layers =
                modules.stream().flatMap(module -> module.layers().stream()).toList();
        return new WholeModule("(" + modules.size() + " more)", DiffDetails.layers(layers.size()), layers);
    }

    /** Some layers of a network, gathered into the largest modules that hold no other layers. */
    static List<WholeModule> in(List<LayerSnapshot> some, List<LayerSnapshot> network) {
        Map<String, Integer> others = new HashMap<>();
        network.forEach(layer -> count(layer, 1, others));
        some.forEach(layer -> count(layer, -1, others));
        List<WholeModule> modules = new ArrayList<>();
        int next = 0;
        while (next < some.size()) {
            String name = module(some.get(next), others);
            int begin = next++;
            while (next < some.size() && name.equals(module(some.get(next), others))) {
                next++;
            }
            List<LayerSnapshot> layers = some.subList(begin, next);
            modules.add(
                    layers.size() == 1
                            ? of(layers.get(0))
                            : new WholeModule(name, DiffDetails.layers(layers.size()), layers));
        }
        return modules;
    }

    /**
     * The same with one row for modules that follow each other and are built alike: {@code layer3.6 to layer3.22}, 17 x 10 layers.
     */
    static List<WholeModule> folded(List<WholeModule> modules) {
        List<WholeModule> folded = new ArrayList<>();
        int next = 0;
        while (next < modules.size()) {
            int begin = next++;
            while (next < modules.size() && modules.get(begin).isBuiltLike(modules.get(next))) {
                next++;
            }
            folded.add(together(modules.subList(begin, next)));
        }
        return folded;
    }

    private boolean isBuiltLike(WholeModule other) {
        return layers.size() > 1 && structure().equals(other.structure());
    }

    private List<List<Object>> structure() {
        return layers.stream()
                .map(layer -> List.<Object>of(layer.operator(), layer.attributes(), layer.inputs(), layer.output()))
                .toList();
    }

    private static WholeModule together(List<WholeModule> alike) {
        WholeModule first = alike.get(0);
        if (alike.size() == 1) {
            return first;
        }
        return new WholeModule(
                first.name + " to " + alike.get(alike.size() - 1).name,
                alike.size() + " x " + first.operator,
                alike.stream().flatMap(module -> module.layers.stream()).toList());
    }

    private static void count(LayerSnapshot layer, int by, Map<String, Integer> counts) {
        new LayerPath(layer.name()).modules().forEach(module -> counts.merge(module, by, Integer::sum));
    }

    private static String module(LayerSnapshot layer, Map<String, Integer> others) {
        for (String module : new LayerPath(layer.name()).modules()) {
            if (others.get(module) == 0) {
                return module;
            }
        }
        return layer.name();
    }
}
