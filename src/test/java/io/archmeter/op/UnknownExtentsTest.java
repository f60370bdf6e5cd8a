package io.archmeter.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.archmeter.GoldenRow;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An operator on inputs that are not known in full: what it says is what it says where they are known, or that it is not known. Each
 * golden row is asked again without one of its extents, and without all but the batch.
 */
class UnknownExtentsTest {
    private static final Extent.Unknown HIDDEN = new Extent.Unknown("hidden");

    static Stream<GoldenRow> rows() {
        return OperatorGoldenTest.countedRows();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void rightOrUnknownAndNeverWrong(GoldenRow row) {
        Layer known = Layer.of(row.kind(), row.cell("arguments"), row.cell("inputs"));
        for (Inputs hidden : hidden(known.inputs())) {
            try {
                requireSameOrUnknown(known, Layer.of(known.op(), hidden));
            } catch (Refusal refusal) {
                assertThat(refusal.code()).isEqualTo("unknown-extent");
                assertThat(refusal.fact()).contains("'hidden'");
            }
        }
    }

    private static void requireSameOrUnknown(Layer known, Layer hidden) {
        for (int axis = 0; axis < known.output().rank(); axis++) {
            assertThat(hidden.output().axis(axis)).isIn(Extent.of(known.output().extent(axis)), HIDDEN);
        }
        assertThat(hidden.inferred().weights()).isEqualTo(known.inferred().weights());
        requireSameOrUnknown(known::multiplyAdds, hidden::multiplyAdds);
        requireSameOrUnknown(known::effectiveMultiplyAdds, hidden::effectiveMultiplyAdds);
        Map<ElementaryOperation, Formula> others = known.facts().work().others();
        hidden.facts()
                .work()
                .others()
                .forEach((kind, count) ->
                        requireSameOrUnknown(others.getOrDefault(kind, Formula.ZERO)::value, count::value));
        assertThat(hidden.facts().work().others().keySet()).containsAll(others.keySet());
        Tape tape = Catalogue.tape(hidden.op(), hidden.inputs(), hidden.outputs());
        assertThat(tape.outputs()).hasSameSizeAs(hidden.outputs());
    }

    private static void requireSameOrUnknown(LongSupplier known, LongSupplier hidden) {
        try {
            assertThat(hidden.getAsLong()).isEqualTo(known.getAsLong());
        } catch (UnknownException notKnown) {
            assertThat(notKnown.unknown()).isEqualTo(HIDDEN);
        }
    }

    /** The inputs without one of their extents, for each, and without any but the batch. */
    private static List<Inputs> hidden(Inputs inputs) {
        List<Inputs> hidden = new ArrayList<>();
        for (int input = 0; input < inputs.size(); input++) {
            for (int axis = 1; axis < inputs.shapes().get(input).rank(); axis++) {
                List<Shape> shapes = new ArrayList<>(inputs.shapes());
                shapes.set(input, shapes.get(input).with(axis, HIDDEN));
                hidden.add(new Inputs(shapes, inputs.types()));
            }
        }
        hidden.add(new Inputs(
                inputs.shapes().stream().map(UnknownExtentsTest::allButTheBatch).toList(), inputs.types()));
        return hidden;
    }

    private static Shape allButTheBatch(Shape shape) {
        Shape hidden = shape;
        for (int axis = 1; axis < shape.rank(); axis++) {
            hidden = hidden.with(axis, HIDDEN);
        }
        return hidden;
    }

    /** By hand: what a question mark leaves of each operator. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            conv              | channels=8; kernel=3; padding=1 | 1x3x?x32     | 1x8x?x32 | unknown
            conv              | channels=8; kernel=3            | 1x3x?x?      | 1x8x?x?  | unknown
            convtranspose     | channels=8; kernel=2; stride=2  | 1x3x4x?      | 1x8x8x?  | unknown
            maxpool           | kernel=2                        | 1x?x8x8      | 1x?x4x4  | 0
            adaptiveavgpool   | size=7                          | 1x64x?x?     | 1x64x7x7 | 0
            globalavgpool     |                                 | 1x64x?x?     | 1x64x1x1 | 0
            flatten           |                                 | 1x64x?x2     | 1x?      | 0
            flatten           | axis=2                          | 1x?x4x2      | 1x?x8    | 0
            linear            | features=5                      | 1x?x16       | 1x?x5    | unknown
            instancenorm      |                                 | 1x?x8        | 1x?x8    | 0
            layernorm         |                                 | 1x?x8        | 1x?x8    | 0
            mean              | axes=[2, 3]                     | 1x64x?x?     | 1x64     | 0
            max               | axes=-1; keepdim=true           | 1x?x8        | 1x?x1    | 0
            var               | axes=1                          | 1x?x8        | 1x8      | 0
            softmax           | axis=1                          | 1x?          | 1x?      | 0
            concat            | axis=1                          | 1x3x8; 1x?x8 | 1x?x8    | 0
            concat            | axis=1                          | 1x3x?; 1x4x8 | 1x7x?    | 0
            add               |                                 | 1x?x8; 1x3x8 | 1x3x8    | 0
            add               |                                 | 1x?x8; 1x1x8 | 1x?x8    | 0
            sub               |                                 | 1x?x8; 1x3x8 | 1x3x8    | 0
            div               |                                 | 1x?x8; 1x1x8 | 1x?x8    | 0
            maximum           |                                 | 1x?x8; 1x3x8 | 1x3x8    | 0
            multiply          |                                 | 1x0x8; 1x0x? | 1x0x8    | 0
            """)
    void whatFollowsIsKnownAsFarAsItCanBe(
            String kind, String arguments, String inputs, String output, String multiplyAdds) {
        Layer layer = Layer.of(kind, Optional.ofNullable(arguments).orElse(""), inputs);
        assertThat(layer.output()).hasToString(output);
        assertThat(known(layer::multiplyAdds)).isEqualTo(multiplyAdds);
    }

    private static String known(LongSupplier count) {
        try {
            return String.valueOf(count.getAsLong());
        } catch (UnknownException notKnown) {
            return "unknown";
        }
    }

    /** As PyTorch: a convolution over no positions is an error, the sum of two empty tensors is empty. */
    @Test
    void whatIsEmptyStaysEmptyOrIsRefused() {
        Layer sum = Layer.of("add", "", "1x0x8; 1x0x8");
        assertThat(sum.output().elements()).isZero();
        assertThat(sum.others()).isEqualTo("add=0");
        assertThat(Layer.of("linear", "features=5", "2x0x16").multiplyAdds()).isZero();
        assertThatThrownBy(() -> Layer.of("conv", "channels=8; kernel=1", "1x3x0x8"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("empty-input"));
    }

    /** Weights have to be made: their extents are known, or the layer is refused. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            conv      | channels=8; kernel=3                  | 1x?x8x8
            conv      | channels=8; kernel=3; padding=same    | 1x3x?x8
            linear    | features=5                            | 1x?
            batchnorm |                                       | 1x?x8x8
            layernorm |                                       | 1x8x?
            rmsnorm   |                                       | 1x8x?
            groupnorm | groups=2                              | 1x?x8x8
            """)
    void whatWeightsFollowFromHasToBeKnown(String kind, String arguments, String inputs) {
        assertThatThrownBy(() -> Layer.of(kind, Optional.ofNullable(arguments).orElse(""), inputs))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("unknown-extent"));
    }

    @Test
    void aProductWithZeroIsKnown() {
        Formula unknown = Formula.of(HIDDEN);
        assertThat(Formula.product(unknown, Formula.ZERO).value()).isZero();
        assertThatThrownBy(() -> Formula.product(unknown, Formula.ONE).value()).isInstanceOf(UnknownException.class);
        assertThatThrownBy(() -> Formula.sum(unknown, Formula.ZERO).value()).isInstanceOf(UnknownException.class);
        assertThat(Formula.product(Formula.of(3), unknown).text()).isEqualTo("3·?");
    }
}
