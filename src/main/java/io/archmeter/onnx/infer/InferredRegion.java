package io.archmeter.onnx.infer;

import io.archmeter.onnx.model.ModelValue;
import io.archmeter.op.ElementaryOperation;
import io.archmeter.op.Formula;
import io.archmeter.op.Work;
import java.util.ArrayList;
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

    /** What all its nodes compute, so many times. */
    Work work(Formula times) {
        Work all = Work.NONE;
        List<Formula> multiplyAdds = new ArrayList<>();
        for (InferredNode node : nodes) {
            Work work = node.outcome().work();
            if (!work.multiplyAdds().equals(Formula.ZERO)) {
                multiplyAdds.add(work.multiplyAdds());
            }
            for (Map.Entry<ElementaryOperation, Formula> other : work.others().entrySet()) {
                all = all.and(other.getKey(), Formula.product(times, other.getValue()));
            }
        }
        Formula count = multiplyAdds.isEmpty()
                ? Formula.ZERO
                : Formula.product(times, multiplyAdds.size() == 1 ? multiplyAdds.get(0) : Formula.sum(multiplyAdds));
        return new Work(count, count, all.others());
    }
}
