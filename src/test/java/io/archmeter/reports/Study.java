package io.archmeter.reports;

import io.archmeter.Archmeter;
import io.archmeter.Model;
import io.archmeter.analysis.CostReport;
import io.archmeter.graph.DType;
import io.archmeter.graph.Weight;
import io.archmeter.load.LoadOptions;
import io.archmeter.training.Optimizer;
import io.archmeter.training.TrainingMemory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A network and what it costs. */
record Study(String file, Optional<String> variant, CostReport report, List<Weight> tensors) {
    /** Loads a file below {@code specs}, or a variant in it. */
    static Study of(String reference) {
        return of(reference, Map.of());
    }

    /** With other values for some of the params. */
    static Study of(String reference, Map<String, String> set) {
        return of(reference, new LoadOptions(1, Optional.empty(), set), false);
    }

    /** With the outputs beside the main one. */
    static Study training(String reference) {
        return of(reference, LoadOptions.DEFAULT, true);
    }

    private static Study of(String reference, LoadOptions options, boolean training) {
        String path = "specs/" + reference;
        int hash = path.indexOf('#');
        Model model = Archmeter.load(path, options);
        return new Study(
                hash < 0 ? path : path.substring(0, hash),
                hash < 0 ? Optional.empty() : Optional.of(path.substring(hash + 1)),
                model.analyze(DType.FLOAT32, training),
                model.weights(training));
    }

    /** The bytes that autograd keeps of a batch for the backward pass. */
    static Quantity keptForBackward(String reference, long batch) {
        Model model = Archmeter.load("specs/" + reference, new LoadOptions(batch, Optional.empty(), Map.of()));
        return Quantity.of(TrainingMemory.of(model.facts(DType.FLOAT32), Optimizer.SGD)
                .keptForBackward()
                .exact()
                .orElseThrow());
    }

    Part all() {
        return new Part(report.layers(), tensors);
    }

    /** The layers with these paths, and all layers of the modules with these paths. */
    Part at(String... paths) {
        return all().where(layer -> Arrays.stream(paths)
                .anyMatch(path -> layer.name().equals(path) || layer.name().startsWith(path + ".")));
    }

    /** All layers that are one of these operators. */
    Part operators(String... kinds) {
        return all().where(layer -> List.of(kinds).contains(layer.operator()));
    }

    Quantity inputElements() {
        return Quantity.of(report.input().elements());
    }

    Quantity outputChannels() {
        return Quantity.of(
                report.layers().get(report.layers().size() - 1).output().channels());
    }

    Quantity receptiveField() {
        return Quantity.of(report.receptiveField().orElseThrow().axes().get(0).size());
    }
}
