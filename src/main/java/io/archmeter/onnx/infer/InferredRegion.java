package io.archmeter.onnx.infer;

import io.archmeter.onnx.model.ModelValue;
import io.archmeter.op.ElementaryOperation;
import io.archmeter.op.Formula;
import io.archmeter.op.Work;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A region with all that is known of its nodes.
 *
 * @param nodes in the order of execution
 * @param outputs the values that it gives
 * @param facts what is known of these
 */
record InferredRegion(List<InferredNode> nodes, List<ModelValue> outputs, List<Fact> facts) {
    InferredRegion {
        nodes = List.copyOf(nodes);
        outputs = List.copyOf(outputs);
        facts = List.copyOf(facts);
    }

    /**
     * What all its nodes compute, so many times. Each count is one sum over all nodes: sums within sums would be as deep as a region is
     * long, and no stack is.
     */
    Work work(Formula times) {
        List<Formula> multiplyAdds = new ArrayList<>();
        Map<ElementaryOperation, List<Formula>> others = new EnumMap<>(ElementaryOperation.class);
        for (InferredNode node : nodes) {
            Work work = node.outcome().work();
            if (!work.multiplyAdds().equals(Formula.ZERO)) {
                multiplyAdds.add(work.multiplyAdds());
            }
            work.others()
                    .forEach((kind, count) -> others.computeIfAbsent(kind, unseen -> new ArrayList<>())
                            .add(Formula.product(times, count)));
        }
        Formula count = multiplyAdds.isEmpty() ? Formula.ZERO : Formula.product(times, sum(multiplyAdds));
        Map<ElementaryOperation, Formula> counts = new EnumMap<>(ElementaryOperation.class);
        others.forEach((kind, terms) -> counts.put(kind, sum(terms)));
        return new Work(count, count, counts);
    }

    private static Formula sum(List<Formula> terms) {
        return terms.size() == 1 ? terms.get(0) : Formula.sum(terms);
    }
}
