package io.archmeter.onnx.network;

import io.archmeter.graph.Adjustable;
import io.archmeter.graph.Graph;
import io.archmeter.onnx.file.ModelFile;
import io.archmeter.onnx.infer.Bindings;
import io.archmeter.onnx.infer.Inference;
import io.archmeter.onnx.infer.InferredModel;
import io.archmeter.onnx.model.OnnxModelReader;
import java.util.List;

/** The network in an ONNX file. */
public final class OnnxNetwork {
    private OnnxNetwork() {}

    /**
     * Loads it.
     *
     * @param allNodes whether nodes that only make shapes are layers too
     * @throws io.archmeter.problem.ProblemException with all that is wrong with it, or that has to be bound and is not
     */
    public static Graph graph(ModelFile file, Bindings bindings, boolean allNodes) {
        return named(file, bindings, allNodes).graph();
    }

    static NamedGraph named(ModelFile file, Bindings bindings, boolean allNodes) {
        return NetworkBuilder.graph(infer(file, bindings), file.name(), allNodes);
    }

    /** What can be said of it from outside, and what it is with these bindings. */
    public static List<Adjustable> adjustables(ModelFile file, Bindings bindings) {
        return Adjustables.of(infer(file, bindings));
    }

    private static InferredModel infer(ModelFile file, Bindings bindings) {
        return Inference.of(OnnxModelReader.read(file), bindings);
    }
}
