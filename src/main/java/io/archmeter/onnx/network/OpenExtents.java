package io.archmeter.onnx.network;

import io.archmeter.graph.Extent;
import io.archmeter.graph.UnknownException;
import io.archmeter.onnx.infer.InferredModel;
import io.archmeter.onnx.infer.InferredNode;
import io.archmeter.onnx.infer.OpenExtent;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a file leaves open, and has to be said before costs are known. */
final class OpenExtents {
    private OpenExtents() {}

    /**
     * Throws {@link ProblemException} where something follows from an extent of an input that nobody has said: a total without it would
     * say nothing.
     */
    static void refuseNeeded(InferredModel model, Span place) {
        Map<String, OpenExtent> open = new LinkedHashMap<>();
        for (OpenExtent extent : model.open()) {
            if (extent.extent().isEmpty()) {
                open.putIfAbsent(extent.bindable(), extent);
            }
        }
        if (open.isEmpty()) {
            return;
        }
        Set<String> needed = new LinkedHashSet<>();
        for (InferredNode node : model.nodes()) {
            node.outcome()
                    .outputs()
                    .forEach(fact -> fact.unknown().map(Extent.Unknown::origin).ifPresent(needed::add));
            try {
                node.outcome().work().multiplyAdds().value();
            } catch (UnknownException notKnown) {
                needed.add(notKnown.unknown().origin());
            } catch (ArithmeticException tooLarge) {
                // Whoever asks for the count of that layer is told so.
                continue;
            }
        }
        needed.retainAll(open.keySet());
        if (!needed.isEmpty()) {
            String bound = needed.stream().map(name -> name + "=…").collect(Collectors.joining(","));
            String named = needed.stream()
                    .map(name -> "'" + name + "' (axis " + open.get(name).axis() + " of input '"
                            + open.get(name).input() + "')")
                    .collect(Collectors.joining(", "));
            throw new ProblemException(Problem.at(
                    place,
                    "open-extent",
                    "the file leaves open how large " + named + (needed.size() == 1 ? " is" : " are"),
                    "say it, e.g. --bind " + bound + "; 'archmeter inputs' lists all that can be bound"));
        }
    }
}
