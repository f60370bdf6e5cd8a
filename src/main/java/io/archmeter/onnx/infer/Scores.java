package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.DIVIDE;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.op.ElementaryOperation;
import io.archmeter.op.Formula;
import io.archmeter.op.Work;
import java.util.ArrayList;
import java.util.List;

/**
 * Scaled dot-product attention (Vaswani et al. 2017, arXiv:1706.03762): N×heads×Tq×Tk scores of products of depth D, their softmax, and
 * products of it with values of depth Dv.
 */
record Scores(Shape shape, Extent depth, Extent valueDepth) {
    /**
     * N·heads·Tq·Tk·(D + Dv) multiply-adds. A causal mask does not lower that, for it hides what is computed, or a part of it that depends
     * on how it is computed.
     *
     * @param before what else is computed
     * @param added how many masks and biases are added to the scores
     */
    Outcome computed(Outcome before, int added, boolean capped) {
        Formula scores = Formula.elements(shape);
        Formula products = Formula.product(scores, Formula.sum(Formula.of(depth), Formula.of(valueDepth)));
        Formula earlier = before.work().multiplyAdds();
        Formula all = earlier.equals(Formula.ZERO) ? products : Formula.sum(earlier, products);
        Outcome outcome =
                new Outcome(before.outputs(), new Work(all, all, before.work().others()), before.storage());
        List<ElementaryOperation> each = new ArrayList<>(PerElement.SOFTMAX);
        each.add(MULTIPLY);
        for (int mask = 0; mask < added; mask++) {
            each.add(ADD);
        }
        if (capped) {
            // softcap·tanh(x / softcap)
            each.addAll(PerElement.TANH);
            each.add(DIVIDE);
            each.add(MULTIPLY);
        }
        return PerElement.and(outcome, scores, each);
    }
}
