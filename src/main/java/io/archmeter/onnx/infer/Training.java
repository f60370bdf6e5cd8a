package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.DIVIDE;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;
import static io.archmeter.op.ElementaryOperation.POWER;

import io.archmeter.op.ElementaryOperation;
import io.archmeter.op.Formula;
import io.archmeter.op.Storage;
import io.archmeter.op.Work;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * {@code ai.onnx.preview.training}: steps of optimizers, whose inputs are a rate, a count, and then all tensors, all their gradients and
 * all they remember of each; the tensors and what is remembered are put out.
 */
final class Training {
    /** g = n·x + g, h = h + g², x = x − r·g / (√h + ε). */
    static final NodeRule ADAGRAD = step(1, each(4, 4, 1, 1));

    /** g = n·x + g, v = α·v + β·g, x = x − r·v. */
    static final NodeRule MOMENTUM = step(1, each(3, 4, 0, 0));

    /** g = n·x + g, v = α·v + (1 − α)·g, h = β·h + (1 − β)·g², x = x − r·v / (√h + ε), and x = (1 − m)·x after that. */
    static final NodeRule ADAM = step(2, each(5, 8, 1, 1));

    /** Of each of the first inputs; what a whole network takes for that is not in the node. */
    static final NodeRule GRADIENT = call -> {
        int tensors = call.attributes().texts("xs").map(List::size).orElse(0);
        List<Fact> outputs = new ArrayList<>();
        for (int input = 0; input < tensors; input++) {
            outputs.add(call.tensor(input).withoutContent());
        }
        return new Outcome(outputs, Work.notKnown(call.here()), Storage.OWN);
    };

    private Training() {}

    private static List<ElementaryOperation> each(int adds, int products, int divisions, int roots) {
        List<ElementaryOperation> each = new ArrayList<>(Collections.nCopies(adds, ADD));
        each.addAll(Collections.nCopies(products, MULTIPLY));
        each.addAll(Collections.nCopies(divisions, DIVIDE));
        each.addAll(Collections.nCopies(roots, POWER));
        return each;
    }

    private static NodeRule step(int remembered, List<ElementaryOperation> each) {
        return call -> {
            int lists = remembered + 2;
            int tensors = (call.inputs() - 2) / lists;
            if (tensors < 1 || call.inputs() != tensors * lists + 2) {
                throw call.refusal(call.operator() + " takes a rate, a count and " + lists
                        + " inputs for each tensor, but has " + call.inputs() + " inputs");
            }
            List<Fact> outputs = new ArrayList<>();
            List<Formula> elements = new ArrayList<>();
            for (int list = 0; list < lists; list++) {
                for (int tensor = 0; tensor < tensors; tensor++) {
                    // The gradients, which are the second list, are not put out.
                    if (list != 1) {
                        outputs.add(call.tensor(2 + list * tensors + tensor).withoutContent());
                    }
                    if (list == 0) {
                        elements.add(call.elements(2 + tensor));
                    }
                }
            }
            return PerElement.and(Outcome.of(outputs), Formula.sum(elements), each);
        };
    }
}
