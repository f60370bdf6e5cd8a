package io.archmeter.onnx.infer;

import io.archmeter.graph.Shape;
import io.archmeter.onnx.infer.ElementwiseRules.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/**
 * The elements of a reduction: of whole numbers, and of real ones where no sum and no product is rounded, whatever order a runtime takes
 * them in.
 */
final class ReducedContent {
    /** All whole numbers up to it are real numbers of 32 bits. */
    private static final long EXACT = 1L << 24;

    private ReducedContent() {}

    /** A tensor of this shape, with its elements where they can be followed. */
    static Fact.Tensor with(NodeCall call, Shape out, List<Integer> axes) {
        Fact.Tensor bare = Fact.tensor(call.type(0), out);
        Optional<Function> function = function(call.operator());
        if (call.contentOf(0).isEmpty() || function.isEmpty()) {
            return bare;
        }
        List<FollowedElement> elements = new ArrayList<>();
        for (List<FollowedElement> line : lines(call, axes)) {
            elements.add(
                    line.isEmpty()
                            ? new FollowedElement.Unknown(call.here())
                            : ElementwiseRules.apply(bare.type(), function.get(), line, call.here()));
        }
        return bare.with(new SmallContent(elements));
    }

    /** The elements that become one, for each that comes out; of input 0, whose elements are followed. */
    static List<List<FollowedElement>> lines(NodeCall call, List<Integer> axes) {
        SmallContent content = call.content(0);
        Shape kept = ReducedAxes.of(call.shape(0), axes, true);
        List<List<FollowedElement>> lines = new ArrayList<>();
        for (int line = 0; line < kept.elements(); line++) {
            lines.add(new ArrayList<>());
        }
        int[] places = NumpyBroadcast.indices(kept, call.shape(0));
        for (int index = 0; index < places.length; index++) {
            lines.get(places[index]).add(content.element(index));
        }
        return lines;
    }

    private static Optional<Function> function(String operator) {
        return switch (operator) {
            case "ReduceMax" -> Optional.of(ElementArithmetic.folded(Math::max, Math::max));
            case "ReduceMin" -> Optional.of(ElementArithmetic.folded(Math::min, Math::min));
            case "ReduceSum" -> Optional.of(exact(Math::addExact, (a, b) -> a + b));
            case "ReduceProd" -> Optional.of(exact(Math::multiplyExact, (a, b) -> a * b));
            case "ReduceMean" -> Optional.of(ReducedContent::mean);
            default -> Optional.empty();
        };
    }

    private static Function exact(LongBinaryOperator wholes, DoubleBinaryOperator reals) {
        return ElementArithmetic.folded(wholes, (a, b) -> required(reals.applyAsDouble(required(a), required(b))));
    }

    private static double required(double value) {
        if (!ElementArithmetic.isWholeWithin(value, EXACT)) {
            throw new ArithmeticException("the last bit of a sum is not followed");
        }
        return value;
    }

    /** Runtimes differ in how they round a mean of whole numbers. */
    private static FollowedElement mean(List<FollowedElement> elements) {
        if (ElementArithmetic.isWhole(elements)) {
            throw new ArithmeticException("a mean of whole numbers is not followed");
        }
        double sum =
                ElementArithmetic.real(exact(Math::addExact, (a, b) -> a + b).of(elements));
        return FollowedElement.of(required(sum) / elements.size());
    }
}
