package io.archmeter.onnx.network;

import io.archmeter.graph.GraphDraft;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Output;
import io.archmeter.graph.Weight;
import io.archmeter.graph.WeightUse;
import io.archmeter.onnx.infer.InferredModel;
import io.archmeter.onnx.model.ModelValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tensors of a file that layers take: each is one weight of the graph, whoever takes it. */
final class StoredWeights {
    private final InferredModel model;
    private final Folded constants;
    private final GraphDraft draft;
    private final Map<Integer, Integer> numbers = new HashMap<>();

    StoredWeights(InferredModel model, Folded constants, GraphDraft draft) {
        this.model = model;
        this.constants = constants;
        this.draft = draft;
    }

    /** The weights that a constant is computed of, as a layer takes it. */
    List<WeightUse> uses(ModelValue constant, String role, Weight.Kind kind) {
        List<WeightUse> uses = new ArrayList<>();
        for (ModelValue root : constants.roots(constant)) {
            uses.add(new WeightUse(role, Operand.weight(number(root, kind))));
        }
        return uses;
    }

    /** The number of the weight that a stored tensor is. */
    int number(ModelValue stored, Weight.Kind kind) {
        int value = model.resolved(stored.number());
        Integer known = numbers.get(value);
        if (known == null) {
            Output tensor = NetworkBuilder.output("", model.facts().get(value));
            known = draft.addWeight(
                    WeightNames.weight(stored.name(), tensor, ParameterRules.isParameter(tensor, kind)));
            numbers.put(value, known);
        }
        return known;
    }
}
