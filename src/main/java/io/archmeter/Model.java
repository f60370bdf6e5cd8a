package io.archmeter;

import io.archmeter.analysis.Analyzer;
import io.archmeter.analysis.BatchLimit;
import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.Explanation;
import io.archmeter.analysis.MemoryReport;
import io.archmeter.convention.ConventionCount;
import io.archmeter.convention.file.Conventions;
import io.archmeter.diff.Difference;
import io.archmeter.facts.Amount;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.facts.UsedWeight;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Weight;
import io.archmeter.memory.MemoryPlan;
import io.archmeter.memory.MemoryPlanner;
import io.archmeter.onnx.OnnxExport;
import io.archmeter.snapshot.Settings;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.snapshot.Snapshots;
import io.archmeter.spec.write.SpecText;
import io.archmeter.training.Optimizer;
import io.archmeter.verify.Progress;
import io.archmeter.verify.Verification;
import io.archmeter.verify.Verifier;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * A loaded network, and the questions that it answers.
 *
 * @since 0.1.0
 */
public final class Model {
    private final Graph graph;
    private final Optional<LongFunction<Graph>> batched;
    private final Map<DType, NetworkFacts> known = new EnumMap<>(DType.class);

    public Model(Graph graph) {
        this(graph, Optional.empty());
    }

    /** @param batched the network with another batch, where that does not follow from its layers alone */
    public Model(Graph graph, Optional<LongFunction<Graph>> batched) {
        this.graph = graph;
        this.batched = batched;
    }

    public Graph graph() {
        return graph;
    }

    /** What is known of its layers, with elements of a type: worked out once, for all questions. */
    public synchronized NetworkFacts facts(DType type) {
        NetworkFacts facts = known.get(type);
        if (facts == null) {
            facts = NetworkFacts.of(graph, type);
            known.put(type, facts);
        }
        return facts;
    }

    /** What inference costs, with 32-bit floating-point tensors. */
    public CostReport analyze() {
        return analyze(DType.FLOAT32, false);
    }

    /**
     * What it costs.
     *
     * @param type what an element is stored as
     * @param training whether the outputs beside the main one count as well
     */
    public CostReport analyze(DType type, boolean training) {
        return Analyzer.analyze(facts(type), training);
    }

    /**
     * What it comes to as a tool or a lecture counts.
     *
     * @param convention a name from {@code archmeter conventions}, or a file
     * @throws io.archmeter.problem.ProblemException where there is no such convention
     */
    public Amount count(String convention, DType type, boolean training) {
        return ConventionCount.of(Conventions.find(convention), facts(type), training)
                .total();
    }

    /**
     * Where each tensor of a forward pass lies, and how much memory they take at once.
     *
     * @param type what an element is stored as
     * @param training whether the outputs beside the main one are computed as well
     */
    public MemoryPlan memory(DType type, boolean training) {
        return MemoryPlanner.plan(facts(type), training);
    }

    /**
     * What it needs of memory, at inference and in training, in each of the meanings of the word.
     *
     * @param type what an element is stored as
     * @param optimizer what changes the parameters
     */
    public MemoryReport memory(DType type, Optimizer optimizer) {
        return MemoryReport.of(facts(type), optimizer);
    }

    /**
     * The largest batches with which inference and training fit into a memory.
     *
     * @param bytes of that memory
     */
    public BatchLimit largestBatches(DType type, Optimizer optimizer, long bytes) {
        return batched.isPresent()
                ? BatchLimit.of(facts(type), optimizer, bytes, batched.get())
                : BatchLimit.of(facts(type), optimizer, bytes);
    }

    /** How each number of each layer comes about. */
    public List<Explanation> explain(DType type, boolean training) {
        return Explanation.of(facts(type), training);
    }

    /** What it costs, beside what a forward pass on seeded random weights and input costs. */
    public Verification verify() {
        return verify(Verifier.Options.DEFAULT, Progress.NONE);
    }

    /** The same, with other weights, and telling how far it is. */
    public Verification verify(Verifier.Options options, Progress progress) {
        return Verifier.verify(facts(DType.FLOAT32), options, progress);
    }

    /** Every tensor of weights by its full name. */
    public List<Weight> weights(boolean training) {
        return facts(DType.FLOAT32).weights(training);
    }

    /** The same, each with the layers that take it beside the one that it is counted to. */
    public List<UsedWeight> weightsWithUsers(boolean training) {
        return facts(DType.FLOAT32).weightsWithUsers(training);
    }

    /** The network as an ONNX model, at first without the elements of its weights. */
    public OnnxExport onnx() {
        return OnnxExport.of(facts(DType.FLOAT32));
    }

    /**
     * The network as a spec, without params, loops and blocks.
     *
     * @param origin what it was made of, for people
     * @param called what it is called without a name: as the file that it is written to
     */
    public SpecText spec(String origin, String called) {
        return SpecText.of(graph, origin, called);
    }

    /** All that a baseline remembers of it. */
    public Snapshot snapshot(DType type, boolean training, Optimizer optimizer) {
        // It has been loaded with its batch, its input and its params: they are the graph's.
        return Snapshots.of(
                graph.name(), facts(type), new Settings(1, Optional.empty(), type, training, optimizer, Map.of()));
    }

    /** What it costs to replace it by another: totals, and the layers that are others, with 32-bit tensors at inference. */
    public Difference diff(Model after) {
        return Difference.of(snapshot(), after.snapshot());
    }

    private Snapshot snapshot() {
        Settings usual = Settings.DEFAULT;
        return snapshot(usual.dtype(), usual.training(), usual.optimizer());
    }
}
