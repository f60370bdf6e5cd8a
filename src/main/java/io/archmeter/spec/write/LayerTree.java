package io.archmeter.spec.write;

import io.archmeter.op.Catalogue;
import io.archmeter.spec.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Layers below the names of their modules. Those of one module that follow each other are a group of its name; where a module is
 * interrupted by others, the names of its layers are written out.
 */
final class LayerTree {
    /** Where groups are nested deeper, names are written out. */
    private static final int DEEPEST = 32;

    private final TensorNames tensors;
    private final Set<String> inputs;
    private final boolean nested;
    private boolean clear = true;
    private int current;
    private int last;

    /**
     * @param first the number of the tensor that the layers begin with
     * @param nested whether layers stand below their modules
     */
    LayerTree(TensorNames tensors, Set<String> inputs, int first, boolean nested) {
        this.tensors = tensors;
        this.inputs = inputs;
        this.current = first;
        this.nested = nested;
        tensors.restart();
        inputs.forEach(input -> tensors.finish(input, Integer.MAX_VALUE - 1));
    }

    /** The layers below {@code layers:}. */
    Written layers(List<SaidLayer> layers) {
        Written written = level(layers, List.of(""));
        last = current;
        return written;
    }

    /** The number of the tensor that the last layer puts out. */
    int last() {
        return last;
    }

    /** Whether each layer could be told which tensors to take. */
    boolean isClear() {
        return clear;
    }

    /** The layers below {@code heads:}: each says what it takes. */
    Written heads(List<SaidLayer> layers) {
        Map<String, Written> heads = new LinkedHashMap<>();
        for (SaidLayer layer : layers) {
            current = -1;
            heads.put(layer.path(), written(layer, List.of("")));
        }
        return new Written.Entries(heads, true);
    }

    /** @param levels what the paths of these layers begin with, the nearest first, each with its dot */
    private Written level(List<SaidLayer> layers, List<String> levels) {
        String prefix = levels.get(0);
        Map<String, Extent> modules = modules(layers, prefix);
        Map<String, Written> named = new LinkedHashMap<>();
        boolean numbered = true;
        int next = 0;
        while (next < layers.size()) {
            SaidLayer layer = layers.get(next);
            Optional<String> module =
                    nested && levels.size() < DEEPEST ? module(layer.path(), prefix, modules) : Optional.empty();
            if (module.isPresent()) {
                int end = next + modules.get(module.get()).count;
                List<String> inner = new ArrayList<>(List.of(module.get() + "."));
                inner.addAll(levels);
                String name = module.get().substring(prefix.length());
                named.put(name, group(name, level(layers.subList(next, end), inner)));
                numbered = false;
                next = end;
            } else {
                String name = layer.path().substring(prefix.length());
                numbered &= name.equals(String.valueOf(named.size()));
                named.put(name, written(layer, levels));
                next++;
            }
        }
        return numbered ? new Written.Items(new ArrayList<>(named.values()), true) : new Written.Entries(named, true);
    }

    /** Where the layers of a module are among those of a level. */
    private static final class Extent {
        private final int first;
        private int last;
        private int count;

        Extent(int first) {
            this.first = first;
        }

        boolean isTogether() {
            return count > 1 && last - first + 1 == count;
        }
    }

    /** By module; a layer that is called like a module interrupts it. */
    private static Map<String, Extent> modules(List<SaidLayer> layers, String prefix) {
        Map<String, Extent> modules = new HashMap<>();
        for (int number = 0; number < layers.size(); number++) {
            String path = layers.get(number).path();
            for (int dot = path.indexOf('.', prefix.length()); dot >= 0; dot = path.indexOf('.', dot + 1)) {
                int first = number;
                Extent module = modules.computeIfAbsent(path.substring(0, dot), unseen -> new Extent(first));
                module.last = number;
                module.count++;
            }
        }
        layers.forEach(layer -> modules.remove(layer.path()));
        return modules;
    }

    /** The longest module that has as many layers as the shortest one that is not interrupted. */
    private Optional<String> module(String path, String prefix, Map<String, Extent> modules) {
        Optional<String> found = Optional.empty();
        for (int dot = path.indexOf('.', prefix.length()); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            String module = path.substring(0, dot);
            Extent extent = modules.get(module);
            boolean fits = extent != null && extent.isTogether() && !inputs.contains(module);
            if (found.isPresent() && !(fits && extent.count == modules.get(found.get()).count)) {
                break;
            }
            found = fits ? Optional.of(module) : found;
        }
        return found;
    }

    /** What a name stands for has to be seen as layers, and not as one layer with arguments. */
    private static Written group(String name, Written layers) {
        boolean clear = !Names.GROUPS.contains(name)
                && (layers instanceof Written.Items
                        || ((Written.Entries) layers).entries().size() > 1
                                && ((Written.Entries) layers)
                                        .entries().entrySet().stream()
                                                .allMatch(layer -> isClear(layer.getKey(), layer.getValue())));
        return clear ? layers : new Written.Entries(Map.of("layers", layers), true);
    }

    private static boolean isClear(String name, Written layer) {
        boolean word = Names.MODIFIERS.contains(name)
                || Names.GROUPS.contains(name)
                || name.equals("shortcut")
                || name.equals("join");
        boolean group = layer instanceof Written.Items || layer instanceof Written.Entries entries && entries.lines();
        return !word && !(group && Catalogue.find(name).isPresent());
    }

    private Written written(SaidLayer layer, List<String> levels) {
        boolean follows = layer.takes().isEmpty() && !layer.isDeclared()
                || layer.takes().size() == 1 && layer.takes().get(0) == current;
        Optional<Written> from = follows
                ? Optional.empty()
                : Optional.of(Written.names(layer.takes().stream()
                        .map(taken -> name(tensors.of(taken), levels))
                        .toList()));
        Optional<Written> weights = weights(layer, levels);
        current = layer.gives();
        tensors.finish(layer.path(), layer.gives());
        return layer.written(from, weights);
    }

    private Optional<Written> weights(SaidLayer layer, List<String> levels) {
        if (layer.shared().isEmpty()) {
            return layer.weightsOf().map(path -> Written.text(name(path, levels)));
        }
        Map<String, Written> shared = new LinkedHashMap<>();
        layer.shared().forEach((name, other) -> shared.put(name, Written.text(other.in(name(other.layer(), levels)))));
        return Optional.of(new Written.Entries(shared, false));
    }

    private String name(String taken, List<String> levels) {
        Optional<String> name = tensors.within(taken, levels);
        clear &= name.isPresent();
        return name.orElse(taken);
    }
}
