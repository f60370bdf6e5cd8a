package io.archmeter.snapshot;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.source.SourceValue;
import io.archmeter.training.Optimizer;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what {@code analyze --format json} writes, as far as it says what a network is and costs. Members that are not asked for are passed
 * over: within a version, reports gain some. What older builds did not write is not known.
 *
 * <p>A report does not say which input and params were set from outside; the shape of its input is known all the same.
 */
final class ReportReader {
    /** What a document says that it is. */
    static final String KIND = "analyze";

    private static final int VERSION = 1;

    private static final String REMEDY = "write the file anew with 'archmeter analyze MODEL --format json'";

    /** The operator of a row that holds several layers. */
    private static final String MODULE = "module";

    /** Figures that every row has in all builds, in the order in which they are missed. */
    private static final List<Figure> ALWAYS = List.of(
            Figure.PARAMETERS,
            Figure.BUFFERS,
            Figure.MULTIPLY_ADDS,
            Figure.EFFECTIVE_MULTIPLY_ADDS,
            Figure.OUTPUT_BYTES);

    /** A figure of training, under the name that it has beside the others. */
    private record Named(String key, Figure figure) {}

    private static final List<Named> MEMORY = List.of(
            new Named("kept_for_backward", Figure.KEPT_FOR_BACKWARD_BYTES),
            new Named("training_total", Figure.TRAINING_TOTAL_BYTES),
            new Named("training_peak", Figure.TRAINING_PEAK_BYTES));

    private final Shapes shapes = new Shapes();
    private final Problems problems;

    private ReportReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * The model of a report.
     *
     * @throws ProblemException with all that is wrong with it
     */
    static Snapshot read(Recorded recorded) {
        recorded.requireVersion(VERSION, REMEDY);
        Snapshot snapshot = new ReportReader(recorded.problems())
                .model(new Members("a report", recorded.content(), REMEDY, recorded.problems()));
        recorded.problems().throwIfAny();
        return snapshot;
    }

    private Snapshot model(Members report) {
        List<LayerSnapshot> layers = layers(report);
        Optional<Members> totals = report.object("totals");
        Snapshot snapshot = new Snapshot(
                report.text("model"),
                settings(report),
                report.shape("input", shapes::ofItems),
                totals(report, totals, layers.size()),
                layers);
        totals.ifPresent(written -> Sums.check(snapshot, written));
        return snapshot;
    }

    private static Settings settings(Members report) {
        return new Settings(
                report.count("batch", 1),
                Optional.empty(),
                report.choice("dtype", DType.OF_NETWORKS),
                report.flag("training"),
                report.find("optimizer").isEmpty()
                        ? Settings.DEFAULT.optimizer()
                        : report.choice("optimizer", List.of(Optimizer.values())),
                Map.of());
    }

    private List<LayerSnapshot> layers(Members report) {
        report.find("sorted_by").ifPresent(sorted -> refuseCut(sorted));
        List<LayerSnapshot> layers = new ArrayList<>();
        for (SourceValue row : report.items("layers")) {
            Members.of("a layer", row, REMEDY, problems).map(this::layer).ifPresent(layers::add);
        }
        return layers;
    }

    private LayerSnapshot layer(Members row) {
        Optional<SourceValue> operator = row.find("operator");
        operator.filter(SourceValue::isNothing).ifPresent(none -> refuseCut(row.mapping()));
        operator.filter(ReportReader::isModule).ifPresent(ReportReader::refuseFolded);
        List<Shape> inputs = row.shapes("inputs", shapes::ofItems);
        Map<Figure, Long> figures = figures(row);
        figures.put(Figure.LAYERS, 1L);
        return new LayerSnapshot(
                row.text("layer"),
                row.text("operator"),
                row.findObject("attributes").map(Members::texts).orElse(Map.of()),
                inputs,
                row.shape("output", shapes::ofItems),
                figures,
                row.at());
    }

    private static boolean isModule(SourceValue operator) {
        return operator instanceof SourceValue.Scalar scalar
                && scalar.value() instanceof PlainValue.Text text
                && text.text().equals(MODULE);
    }

    private static void refuseFolded(SourceValue at) {
        throw new ProblemException(Problem.at(
                at.at(),
                "folded-report",
                "several layers are folded into this module, so single layers are not known",
                "write the report without --depth"));
    }

    private static void refuseCut(SourceValue at) {
        throw new ProblemException(Problem.at(
                at.at(),
                "cut-report",
                "this report does not have all layers in the order of execution",
                "write the report without --sort and --top"));
    }

    private Map<Figure, Long> totals(Members report, Optional<Members> written, long layers) {
        Map<Figure, Long> totals = written.map(ReportReader::figures).orElseGet(() -> new EnumMap<>(Figure.class));
        totals.put(Figure.LAYERS, layers);
        report.findObject("peak").ifPresent(peak -> totals.put(Figure.PEAK_BYTES, peak.count("bytes", 0)));
        if (report.find("arena_bytes").isPresent()) {
            totals.put(Figure.ARENA_BYTES, report.count("arena_bytes", 0));
        }
        report.findObject("memory")
                .ifPresent(memory -> MEMORY.forEach(named -> {
                    if (report.choice("dtype", DType.OF_NETWORKS).hasGradients()) {
                        totals.put(named.figure(), memory.count(named.key(), 0));
                    }
                }));
        return totals;
    }

    private static Map<Figure, Long> figures(Members written) {
        Map<Figure, Long> figures = new EnumMap<>(Figure.class);
        ALWAYS.forEach(figure -> figures.put(figure, written.count(figure.toString(), 0)));
        String weights = Figure.WEIGHT_BYTES.toString();
        if (written.find(weights).isPresent()) {
            figures.put(Figure.WEIGHT_BYTES, written.count(weights, 0));
        }
        smallestField(written).ifPresent(size -> figures.put(Figure.RECEPTIVE_FIELD, size));
        return figures;
    }

    /** What is seen along the axis where that is least; {@code null} stands where no window describes it. */
    private static Optional<Long> smallestField(Members written) {
        String key = Figure.RECEPTIVE_FIELD.toString();
        Optional<SourceValue> field = written.find(key).filter(found -> !found.isNothing());
        if (field.isEmpty()) {
            return Optional.empty();
        }
        return written.object(key)
                .flatMap(window -> window.items("size").stream()
                        .map(size -> window.count("size", size, 0))
                        .min(Long::compare));
    }
}
