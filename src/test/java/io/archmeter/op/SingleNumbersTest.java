package io.archmeter.op;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.DrawnArguments;
import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What has no axes, as it is left where one place of the only axis is selected, is taken or refused by every operator. */
class SingleNumbersTest {
    private static final Shape NUMBER = Shape.of();
    private static final int ATTEMPTS = 12;

    static Stream<String> kinds() {
        return Layer.computedKinds().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void noOperatorFallsOverThem(String kind) {
        SplittableRandom random = new SplittableRandom(20_261_202);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String arguments = DrawnArguments.of(kind, random, NUMBER);
            for (Shape other : List.of(NUMBER, Shape.of(1), Shape.of(2, 3), Shape.of(2, 3, 4))) {
                ask(kind, arguments, List.of(NUMBER));
                ask(kind, arguments, List.of(NUMBER, other));
                ask(kind, arguments, List.of(other, NUMBER));
                ask(kind, arguments, List.of(other, other, NUMBER));
            }
        }
    }

    private static void ask(String kind, String arguments, List<Shape> shapes) {
        for (DType last : List.of(DType.FLOAT32, DType.INT64, DType.BOOL)) {
            List<DType> types = Stream.concat(
                            Collections.nCopies(shapes.size() - 1, DType.FLOAT32).stream(), Stream.of(last))
                    .toList();
            try {
                Inputs in = new Inputs(shapes, types);
                Layer layer = Layer.of(kind, arguments, in);
                Catalogue.tape(layer.op(), in, layer.outputs());
            } catch (Refusal said) {
                assertThat(said.getMessage()).isNotBlank();
            } catch (RuntimeException fell) {
                throw new AssertionError(kind + " " + arguments + " on " + shapes + " of " + types, fell);
            }
        }
    }
}
