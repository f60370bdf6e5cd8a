package io.archmeter.onnx.network;

import io.archmeter.onnx.infer.InferredNode;
import io.archmeter.value.LayerPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How layers are called: as their author did, as far as the file tells. Each has a name of its own. The nodes of one module are called
 * after it: the one with its weight, or the only one, has its path, and others stand below it.
 */
final class LayerNames {
    private final NodePlaces places;
    private final UniqueNames unique = new UniqueNames();
    private final Map<Integer, String> names = new HashMap<>();

    LayerNames(Folded constants) {
        this.places = new NodePlaces(constants);
    }

    /** The network's: that of its file. */
    static String model(String file) {
        Path last = Path.of(file).getFileName();
        String name = last == null ? file : last.toString();
        return name.endsWith(".onnx") && name.length() > 5 ? name.substring(0, name.length() - 5) : name;
    }

    String of(InferredNode node) {
        return names.get(node.node().number());
    }

    /** A node is a piece of a layer. */
    void belongs(InferredNode piece, String layer) {
        names.put(piece.node().number(), layer);
    }

    /** The same, with a number where another layer has it. */
    String unique(String name) {
        return unique.unique(name.isBlank() ? "node" : name);
    }

    /** Gives all layers their names. */
    void assign(List<InferredNode> layers) {
        Map<Integer, ModulePlace> found = new HashMap<>();
        Map<String, Set<String>> operations = new HashMap<>();
        Set<String> containers = new HashSet<>(Set.of(""));
        for (InferredNode layer : layers) {
            ModulePlace place = places.of(layer);
            found.put(layer.node().number(), place);
            containers.addAll(new LayerPath(place.module()).modules());
            operations
                    .computeIfAbsent(place.module(), unseen -> new HashSet<>())
                    .add(place.call().isEmpty() ? "" : place.operation());
        }
        operations.forEach((module, several) -> {
            if (several.size() > 1) {
                containers.add(module);
            }
        });
        Map<List<String>, List<InferredNode>> calls = new LinkedHashMap<>();
        for (InferredNode layer : layers) {
            ModulePlace place = found.get(layer.node().number());
            calls.computeIfAbsent(call(layer, place, containers), unseen -> new ArrayList<>())
                    .add(layer);
        }
        calls.forEach((call, nodes) -> name(unique(call.get(0)), nodes, found));
    }

    /** The name of a call of a module, or of what a module does besides calling others; and what tells one call from the next. */
    private static List<String> call(InferredNode layer, ModulePlace place, Set<String> containers) {
        if (!containers.contains(place.module())) {
            return List.of(place.module(), place.call());
        }
        String name = ModulePlace.within(place.module(), place.operation());
        return List.of(
                name, place.call().isEmpty() ? layer.label() + layer.node().number() : place.call());
    }

    private void name(String call, List<InferredNode> nodes, Map<Integer, ModulePlace> found) {
        boolean given = false;
        for (InferredNode node : nodes) {
            boolean main =
                    !given && (nodes.size() == 1 || places.weight(node.node()).isPresent());
            given |= main;
            names.put(
                    node.node().number(),
                    main
                            ? call
                            : unique(
                                    call + "." + found.get(node.node().number()).own()));
        }
    }
}
