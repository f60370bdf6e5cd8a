package io.archmeter;

import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.Grouping;
import io.archmeter.diff.Comparison;
import io.archmeter.graph.DType;
import io.archmeter.load.BundledModel;
import io.archmeter.report.CompareDocument;
import io.archmeter.report.ExplainDocument;
import io.archmeter.report.ListDocument;
import io.archmeter.report.ParametersDocument;
import io.archmeter.report.Ranking;
import io.archmeter.report.RooflineOrder;
import io.archmeter.report.VerifyDocument;
import io.archmeter.report.VerifyPage;
import io.archmeter.report.answer.AnalyzeDocuments;
import io.archmeter.report.answer.BreakdownDocuments;
import io.archmeter.report.answer.CompareDocuments;
import io.archmeter.report.answer.DiffDocuments;
import io.archmeter.report.answer.Documents;
import io.archmeter.report.answer.MemoryDocuments;
import io.archmeter.report.answer.RooflineDocuments;
import io.archmeter.roofline.Roofline;
import io.archmeter.roofline.file.Devices;
import io.archmeter.training.Optimizer;
import io.archmeter.verify.Verification;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What commands answer, for programs: {@code Answers.analyze(model).write(Path.of("model.html"))}.
 *
 * @since 0.2.0
 */
public final class Answers {
    private Answers() {}

    /** What {@code archmeter analyze} answers: what each layer costs, at inference with 32-bit tensors. */
    public static Answer analyze(Model model) {
        return analyze(model, DType.FLOAT32, false);
    }

    /**
     * The same.
     *
     * @param type what an element is stored as
     * @param training whether the outputs beside the main one count as well
     */
    public static Answer analyze(Model model, DType type, boolean training) {
        CostReport costs = model.analyze(type, training);
        return answer(new AnalyzeDocuments(costs, model.facts(type), Optional.empty(), Ranking.NONE));
    }

    /**
     * The same with layers folded into their modules.
     *
     * @param depth how many levels of modules are shown
     */
    public static Answer analyze(Model model, DType type, boolean training, int depth) {
        CostReport costs = model.analyze(type, training);
        return answer(new AnalyzeDocuments(costs, model.facts(type), Optional.of(depth), Ranking.NONE));
    }

    /** What {@code archmeter compare} answers: models side by side, at inference with 32-bit tensors. */
    public static Answer compare(List<Model> models) {
        return compare(models, DType.FLOAT32, false);
    }

    /** The same; of the others as {@link #analyze(Model, DType, boolean)}. */
    public static Answer compare(List<Model> models, DType type, boolean training) {
        return answer(new CompareDocuments(
                models.stream()
                        .map(model ->
                                new CompareDocument.Entry(model.analyze(type, training), model.memory(type, training)))
                        .toList(),
                List.of()));
    }

    /** What {@code archmeter compare --by} answers: where the cost of models sits. */
    public static Answer compare(List<Model> models, DType type, boolean training, Grouping by) {
        List<CostReport> costs =
                models.stream().map(model -> model.analyze(type, training)).toList();
        return answer(new BreakdownDocuments(costs, by, Set.of()));
    }

    /** What {@code archmeter memory} answers: what models need of memory, at inference and in training. */
    public static Answer memory(List<Model> models, DType type, Optimizer optimizer) {
        return answer(new MemoryDocuments(
                models.stream()
                        .map(model -> new MemoryDocuments.Network(
                                model.facts(type), model.memory(type, optimizer), Optional.empty()))
                        .toList(),
                false));
    }

    /**
     * The same with the largest batches that fit into a memory.
     *
     * @param limit the bytes of that memory
     */
    public static Answer memory(List<Model> models, DType type, Optimizer optimizer, long limit) {
        return answer(new MemoryDocuments(
                models.stream()
                        .map(model -> new MemoryDocuments.Network(
                                model.facts(type),
                                model.memory(type, optimizer),
                                Optional.of(model.largestBatches(type, optimizer, limit))))
                        .toList(),
                false));
    }

    /** What {@code archmeter explain} answers: how each number of each layer comes about. */
    public static Answer explain(Model model, DType type, boolean training) {
        return answer(Documents.of(ExplainDocument.of(model.analyze(type, training), model.explain(type, training))));
    }

    /** What {@code archmeter parameters} answers: every tensor of weights. */
    public static Answer parameters(Model model, boolean training) {
        return answer(Documents.of(
                ParametersDocument.of(model.analyze(DType.FLOAT32, training), model.weightsWithUsers(training))));
    }

    /**
     * What {@code archmeter roofline} answers: what layers move and compute, and the least time that it takes.
     *
     * @param device a name from {@code archmeter devices}, or a file; empty where no times are asked for
     * @throws io.archmeter.problem.ProblemException where there is no such device
     */
    public static Answer roofline(List<Model> models, DType type, Optional<String> device) {
        return answer(new RooflineDocuments(
                models.stream().map(model -> Roofline.of(model.facts(type))).toList(),
                models.stream().map(model -> model.graph().name()).toList(),
                device.map(name -> Devices.find(name, "device")),
                new RooflineOrder(Optional.empty(), OptionalInt.empty())));
    }

    /** What {@code archmeter verify} answers: what was predicted, beside what forward passes cost. */
    public static Answer verify(List<Verification> verified) {
        return answer(Documents.of(() -> VerifyDocument.of(verified), () -> VerifyPage.of(verified)));
    }

    /** What {@code archmeter diff} answers: what a change costs, as {@link Archmeter#diff(String, String)} has found. */
    public static Answer diff(Comparison comparison) {
        return answer(new DiffDocuments(comparison));
    }

    /** What {@code archmeter list} answers: the models that come with the tool. */
    public static Answer list(List<BundledModel> models) {
        return answer(Documents.of(ListDocument.of(models)));
    }

    private static Answer answer(Documents documents) {
        return new DocumentAnswer(documents);
    }
}
