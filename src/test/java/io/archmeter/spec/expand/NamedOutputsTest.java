package io.archmeter.spec.expand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Op;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Output;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.op.Arguments;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Inferred;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.spec.flat.FlatCall;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@code from: lstm.hidden}. No operator has outputs with words for names yet, so a layer is added as one that has. */
class NamedOutputsTest {
    private static final Span PLACE = new Span("model.yaml", 3, 5);
    private static final Shape SEQUENCE = Shape.of(1, 5, 8);
    private static final Shape STATE = Shape.of(1, 8);

    /** A recurrent layer: the outputs of all steps, and two states after the last one. */
    private record Recurrent() implements Op {
        @Override
        public String kind() {
            return "recurrent";
        }
    }

    private final Problems problems = new Problems();
    private final References references = new References(new ExpansionSteps(problems), new RepeatedNames(), problems);
    private final GraphBuilder graph = new GraphBuilder(references, call -> {}, problems);
    private final NameScope root;
    private final LayerOutput all;

    NamedOutputsTest() {
        graph.addInput(new InputTensor("words", SEQUENCE, DType.FLOAT32, true, false, PLACE));
        root = NameScope.root(LayerOutput.of(0, SEQUENCE));
        references.claim("lstm", PLACE);
        Inferred outputs = new Inferred(
                List.of(
                        Output.of(SEQUENCE, DType.FLOAT32),
                        new Output("hidden", STATE, DType.FLOAT32),
                        new Output("cell", STATE, DType.FLOAT32)),
                List.of());
        FlatCall call = new FlatCall(Catalogue.find("identity").orElseThrow(), new Arguments());
        all = graph.add("lstm", call, new Recurrent(), List.of(Operand.value(0)), outputs, Optional.empty(), PLACE);
        references.finish("lstm", all);
    }

    private LayerOutput resolve(String name) {
        return references.resolve(name, PLACE, root, "next");
    }

    @Test
    void theNameOfTheLayerIsItsFirstOutputAndOthersFollowIt() {
        assertThat(resolve("lstm")).isEqualTo(LayerOutput.of(1, SEQUENCE));
        assertThat(resolve("lstm.hidden")).isEqualTo(LayerOutput.of(2, STATE));
        assertThat(resolve("lstm.cell")).isEqualTo(LayerOutput.of(3, STATE));
    }

    /** Of a layer, one output that is taken is enough. */
    @Test
    void theNetworkCanPutOneOut() {
        Graph built = graph.build("model", "", List.of(resolve("lstm.cell")), List.of(), PLACE);

        assertThat(built.outputValues()).extracting(Value::name).containsExactly("lstm.cell");
    }

    @Test
    void aWrongNameIsAnsweredWithTheOutputs() {
        resolve("lstm.hiden");

        assertThatThrownBy(() -> graph.build("model", "", List.of(all), List.of(), PLACE))
                .isInstanceOf(ProblemException.class)
                .hasMessage("""
                        model.yaml:3:5: error: [unknown-layer] next: there is no layer 'lstm.hiden'
                            remedy: lstm puts out hidden, cell: did you mean 'lstm.hidden'?""");
    }

    @Test
    void aNameLikeNoneIsAnsweredWithOne() {
        resolve("lstm.4711");

        assertThatThrownBy(() -> graph.build("model", "", List.of(all), List.of(), PLACE))
                .hasMessageEndingWith("lstm puts out hidden, cell: name one of them, such as lstm.hidden");
    }
}
