package io.archmeter.spec.load;

import io.archmeter.graph.Adjustable;
import io.archmeter.graph.Graph;
import io.archmeter.load.LoadOptions;
import io.archmeter.onnx.file.ModelFile;
import io.archmeter.problem.ProblemException;
import io.archmeter.source.TextFile;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** Where models come from: files, what comes with the tool, and {@link Pipes}. */
public final class ModelSources {
    private final Pipes pipes;

    /** Files, and what comes with the tool: no standard input. */
    public static ModelSources ofFiles() {
        return new ModelSources(InputStream.nullInputStream(), Optional.empty());
    }

    /** @param format of what comes through a pipe, as somebody says; empty where its beginning has to tell */
    public ModelSources(InputStream standardInput, Optional<PipeFormat> format) {
        this.pipes = new Pipes(standardInput, format);
    }

    /**
     * The models that a word stands for.
     *
     * @return references to one model each
     * @throws ProblemException where there is none, or the source cannot be read
     */
    public List<String> models(String word) {
        return isPipe(word)
                ? ModelPattern.models(word, reference -> isName(reference) ? modelsIn(reference) : List.of(reference))
                : ModelPattern.models(word);
    }

    private List<String> modelsIn(String pipe) {
        return pipes.content(pipe) instanceof ReadModel.Spec spec ? SpecLoader.modelsIn(spec.text()) : List.of(pipe);
    }

    /**
     * Loads one model.
     *
     * @throws ProblemException with all that is wrong with it
     */
    public Graph graph(String reference, LoadOptions options) {
        if (!isPipe(reference)) {
            return SpecLoader.load(reference, options);
        }
        return pipes.content(name(reference)) instanceof ReadModel.Onnx onnx
                ? OnnxModels.graph(whole(onnx.file(), reference), options)
                : SpecLoader.load(text(reference), variant(reference), options);
    }

    /**
     * What can be said of one model from outside, and what holds now.
     *
     * @throws ProblemException with all that is wrong with it
     */
    public List<Adjustable> adjustables(String reference, LoadOptions options) {
        if (!isPipe(reference)) {
            return SpecLoader.adjustables(reference, options);
        }
        return pipes.content(name(reference)) instanceof ReadModel.Onnx onnx
                ? OnnxModels.adjustables(whole(onnx.file(), reference), options)
                : SpecLoader.adjustables(text(reference), variant(reference), options);
    }

    /**
     * A network, and the same with another batch, where that does not follow from its layers alone.
     */
    public record Found(Graph graph, Optional<LongFunction<Graph>> batched) {}

    /**
     * Whether a reference stands for an ONNX file.
     *
     * @throws ProblemException where it stands for a pipe, and what comes through that can be no model
     */
    public boolean isOnnx(String reference) {
        return isPipe(reference) ? pipes.content(name(reference)) instanceof ReadModel.Onnx : OnnxModels.is(reference);
    }

    /** Loads one model as {@link #graph} does. */
    public Found model(String reference, LoadOptions options) {
        if (!isOnnx(reference)) {
            return new Found(graph(reference, options), Optional.empty());
        }
        return OnnxModels.found(
                isPipe(reference) ? whole(ofPipe(reference), reference) : OnnxModels.read(reference), options);
    }

    private ModelFile ofPipe(String reference) {
        return ((ReadModel.Onnx) pipes.content(name(reference))).file();
    }

    private TextFile text(String reference) {
        return ((ReadModel.Spec) pipes.content(name(reference))).text();
    }

    private static ModelFile whole(ModelFile file, String reference) {
        if (!isName(reference)) {
            throw OnnxModels.withoutVariants(reference);
        }
        return file;
    }

    private static Optional<String> variant(String reference) {
        return isName(reference)
                ? Optional.empty()
                : Optional.of(reference.substring(name(reference).length() + 1));
    }

    private static boolean isPipe(String reference) {
        return Pipes.has(name(reference));
    }

    /** Whether there is no variant. */
    private static boolean isName(String reference) {
        return name(reference).equals(reference);
    }

    private static String name(String reference) {
        int hash = reference.lastIndexOf('#');
        return hash < 0 ? reference : reference.substring(0, hash);
    }
}
