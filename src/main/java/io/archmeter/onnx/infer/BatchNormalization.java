package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.DIVIDE;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;
import static io.archmeter.op.ElementaryOperation.POWER;

import io.archmeter.graph.Shape;
import io.archmeter.op.Formula;
import java.util.ArrayList;
import java.util.List;

/**
 * Normalizes each channel of N×C×…: a multiply and an add for each element with the statistics that it is given. Where it trains it makes
 * them, and puts out what they come to: two since version 14, four before.
 */
final class BatchNormalization {
    private BatchNormalization() {}

    static Outcome infer(NodeCall call) {
        Shape x = call.shape(0);
        requireFit(call, x);
        Formula elements = Formula.elements(x);
        List<Fact> outputs = new ArrayList<>(List.of(call.tensor(0).withoutContent()));
        for (int slot = 1; slot < call.outputs(); slot++) {
            // The mean, and then the variance; the running ones before those of this batch.
            outputs.add(statistics(call, 3 + (slot - 1) % 2));
        }
        Outcome outcome = Outcome.of(outputs).inPlace().and(MULTIPLY, elements).and(ADD, elements);
        return trains(call) ? trained(call, outcome, elements) : outcome;
    }

    private static Fact statistics(NodeCall call, int input) {
        return call.fact(input) instanceof Fact.Tensor tensor ? tensor.withoutContent() : call.fact(input);
    }

    private static boolean trains(NodeCall call) {
        if (call.version() < 7) {
            return !call.attributes().flag("is_test") && call.outputs() > 1;
        }
        return call.version() < 14 ? call.outputs() > 1 : call.attributes().flag("training_mode");
    }

    /** Beside that an add for the mean, a distance from it, its square and an add for the variance, and the running statistics. */
    private static Outcome trained(NodeCall call, Outcome outcome, Formula elements) {
        Formula channels = call.elements(1);
        Formula twice = Formula.product(Formula.of(2), channels);
        return outcome.and(ADD, Formula.sum(Formula.product(Formula.of(3), elements), twice))
                .and(MULTIPLY, Formula.sum(elements, Formula.product(Formula.of(4), channels)))
                .and(DIVIDE, twice)
                .and(POWER, channels);
    }

    /** Before version 9 there might be statistics for each place, and not for each channel ({@code spatial}). */
    private static void requireFit(NodeCall call, Shape x) {
        boolean places = call.version() < 9 && call.attributes().whole("spatial", 1) == 0;
        if (x.rank() == 0) {
            throw call.refusal("a scalar has no channels to be normalized");
        }
        if (!places && x.rank() > 1) {
            Channels.requireOneEach(call, 1, x.axis(1));
        }
    }
}
