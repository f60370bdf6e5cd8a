package io.archmeter.onnx.network;

import io.archmeter.graph.Adjustable;
import io.archmeter.graph.Graph;
import io.archmeter.onnx.file.ModelFile;
import io.archmeter.onnx.infer.Bindings;
import io.archmeter.onnx.infer.Inference;
import io.archmeter.onnx.model.OnnxModel;
import io.archmeter.onnx.model.OnnxModelReader;
import java.util.List;

/** The network in an ONNX file. */
public final class OnnxNetwork {
    private final OnnxModel model;

    private OnnxNetwork(OnnxModel model) {
        this.model = model;
    }

    /**
     * Reads it, for as many bindings as somebody asks for.
     *
     * @throws io.archmeter.problem.ProblemException with all that is wrong with it whatever is bound
     */
    public static OnnxNetwork of(ModelFile file) {
        return new OnnxNetwork(OnnxModelReader.read(file));
    }

    /**
     * Loads it.
     *
     * @param allNodes whether nodes that only make shapes are layers too
     * @throws io.archmeter.problem.ProblemException with all that is wrong with it, or that has to be bound and is not
     */
    public static Graph graph(ModelFile file, Bindings bindings, boolean allNodes) {
        return of(file).graph(bindings, allNodes);
    }

    /** The same of one that is read. */
    public Graph graph(Bindings bindings, boolean allNodes) {
        return builder(bindings, allNodes).graph();
    }

    static NamedGraph named(ModelFile file, Bindings bindings, boolean allNodes) {
        return of(file).builder(bindings, allNodes).named();
    }

    private NetworkBuilder builder(Bindings bindings, boolean allNodes) {
        return new NetworkBuilder(Inference.of(model, bindings), allNodes);
    }

    /** What can be said of it from outside, and what it is with these bindings. */
    public List<Adjustable> adjustables(Bindings bindings) {
        return Adjustables.of(Inference.of(model, bindings));
    }
}
