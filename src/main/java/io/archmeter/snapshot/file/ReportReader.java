package io.archmeter.snapshot.file;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.metric.Metric;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.snapshot.LayerSnapshot;
import io.archmeter.snapshot.Settings;
import io.archmeter.snapshot.Snapshot;
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

    /** Of version 1 attributes are read as well. */
    private static final int VERSION = 2;

    private static final String REMEDY = "write the file anew with 'archmeter analyze MODEL --format json'";

    /** The operator of a row that holds several layers. */
    /** In place of a number of which a part is not known. */
    private static final String AT_LEAST = "at_least";

    private static final String MODULE = "module";

    /** What every report has that says anything of costs or of training; later builds gained the others. */
    private static final List<Metric> ALWAYS = Metric.recordedIn(1);

    private final Shapes shapes = new Shapes();
    private final Recorded recorded;
    private final Problems problems;

    private ReportReader(Recorded recorded) {
        this.recorded = recorded;
        this.problems = recorded.problems();
    }

    /**
     * The model of a report.
     *
     * @throws ProblemException with all that is wrong with it
     */
    static Snapshot read(Recorded recorded) {
        recorded.requireVersion(VERSION, REMEDY);
        Snapshot snapshot = new ReportReader(recorded)
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
                RecordedInputs.ofReport(report, shapes),
                totals(report, totals, layers.size()),
                layers);
        totals.ifPresent(written -> TotalsCheck.check(snapshot, written));
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
        report.find("only").ifPresent(only -> refuseCut(only));
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
        Map<Metric, Long> figures = figures(row);
        figures.put(Metric.LAYERS, 1L);
        String kind = row.text("operator");
        return new LayerSnapshot(
                row.text("layer"),
                kind,
                recorded.attributes(row, kind),
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
                "write the report without --sort, --top and --only"));
    }

    private Map<Metric, Long> totals(Members report, Optional<Members> written, long layers) {
        Map<Metric, Long> totals = written.map(ReportReader::figures).orElseGet(() -> new EnumMap<>(Metric.class));
        totals.put(Metric.LAYERS, layers);
        report.findObject("peak")
                .filter(peak -> peak.find(AT_LEAST).isEmpty())
                .ifPresent(peak -> totals.put(Metric.PEAK_BYTES, peak.count("bytes", 0)));
        if (report.find("arena_bytes").isPresent()) {
            put(Metric.ARENA_BYTES, report, "arena_bytes", totals);
        }
        report.findObject("memory").ifPresent(memory -> {
            if (report.choice("dtype", DType.OF_NETWORKS).hasGradients()) {
                ofTraining(memory, totals);
            }
        });
        return totals;
    }

    private static void ofTraining(Members memory, Map<Metric, Long> totals) {
        for (Metric metric : Metric.recorded()) {
            if (metric.isOfTraining()) {
                String name = metric.memoryName().orElseThrow();
                if (ALWAYS.contains(metric) || memory.find(name).isPresent()) {
                    put(metric, memory, name, totals);
                }
            }
        }
    }

    private static Map<Metric, Long> figures(Members written) {
        Map<Metric, Long> figures = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.inTables()) {
            String key = metric.toString();
            if (ALWAYS.contains(metric) || written.find(key).isPresent()) {
                put(metric, written, key, figures);
            }
        }
        String weights = Metric.WEIGHT_BYTES.toString();
        if (written.find(weights).isPresent()) {
            put(Metric.WEIGHT_BYTES, written, weights, figures);
        }
        smallestField(written).ifPresent(size -> figures.put(Metric.RECEPTIVE_FIELD, size));
        return figures;
    }

    /** Nothing is known of a number that is at least so large. */
    private static void put(Metric metric, Members written, String key, Map<Metric, Long> figures) {
        boolean unknown = written.find(key)
                .filter(found -> found instanceof SourceValue.Mapping mapping
                        && mapping.entries().size() == 1
                        && mapping.entries().get(0).key().equals(AT_LEAST))
                .isPresent();
        if (!unknown) {
            figures.put(metric, written.count(key, 0));
        }
    }

    /** What is seen along the axis where that is least; {@code null} stands where no window describes it. */
    private static Optional<Long> smallestField(Members written) {
        String key = Metric.RECEPTIVE_FIELD.toString();
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
