package io.archmeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.onnx.OnnxExport;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import java.util.List;
import java.util.stream.IntStream;

/** The only layer of a network, which puts out all that the layer does. */
record LayerAlone(Graph graph) {
    /** @param name that of its weights, which another network draws by it as well */
    static LayerAlone of(String name, Op op, List<Shape> shapes, List<DType> types) {
        Nodes one = shapes.isEmpty() ? new Nodes(1) : Nodes.on(shapes.get(0), types.get(0));
        for (int input = 1; input < shapes.size(); input++) {
            one.addInput(shapes.get(input), types.get(input));
        }
        int first = one.add(name, op, IntStream.range(0, shapes.size()).boxed().toArray(Integer[]::new));
        return new LayerAlone(
                one.graph(IntStream.range(first, one.size()).boxed().toArray(Integer[]::new)));
    }

    /** Whether ONNX has a form for it. */
    boolean canBeWritten() {
        try {
            OnnxExport.of(NetworkFacts.of(graph, DType.FLOAT32)).convert();
            return true;
        } catch (ProblemException said) {
            assertThat(said.problems()).extracting(Problem::code).containsOnly("cannot-convert");
            // What comes in may be of a type that the format lacks, which is no fault of the layer.
            return said.problems().stream()
                    .noneMatch(
                            problem -> problem.layer().equals(graph.lastNode().name()));
        }
    }
}
