package io.archmeter.bench;

import io.archmeter.Archmeter;
import io.archmeter.Model;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.training.Optimizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Questions to a bundled model. It speaks the Java of the JDK alone to whoever asks, so that a class loader can let another build answer
 * them: what is measured is in both builds.
 */
public final class AnalysisQuestions implements Function<String, Map<String, Supplier<Object>>> {
    private static final long LIMIT = 16L << 30;

    /** By its name, each question to a model; each but {@code again} asks a model of which nothing is known yet but its graph. */
    @Override
    public Map<String, Supplier<Object>> apply(String name) {
        Graph graph = Archmeter.load(name).graph();
        Model asked = new Model(graph);
        Map<String, Supplier<Object>> questions = new LinkedHashMap<>();
        questions.put("analyze", () -> new Model(graph).analyze());
        questions.put("again", asked::analyze);
        questions.put("explain", () -> new Model(graph).explain(DType.FLOAT32, false));
        questions.put("memory", () -> new Model(graph).memory(DType.FLOAT32, Optimizer.ADAM));
        questions.put("limit", () -> new Model(graph).largestBatches(DType.FLOAT32, Optimizer.ADAM, LIMIT));
        questions.put("load", () -> Archmeter.load(name));
        return questions;
    }
}
