package io.archmeter.snapshot.file;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.metric.Metric;
import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.snapshot.InputSnapshot;
import io.archmeter.snapshot.LayerSnapshot;
import io.archmeter.snapshot.Settings;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.source.SourceValue;
import io.archmeter.training.Optimizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what {@link BaselineWriter} writes. */
final class BaselineReader {
    private static final String REMEDY = "write the file anew with 'archmeter baseline'";

    private final Shapes shapes = new Shapes();
    private final Recorded recorded;
    private final Problems problems;

    private BaselineReader(Recorded recorded) {
        this.recorded = recorded;
        this.problems = recorded.problems();
    }

    /**
     * The models of a baseline.
     *
     * @throws io.archmeter.problem.ProblemException with all that is wrong with it
     */
    static List<Snapshot> read(Recorded recorded) {
        recorded.requireVersion(BaselineWriter.VERSION, REMEDY);
        List<Snapshot> snapshots = new BaselineReader(recorded)
                .document(new Members("a baseline", recorded.content(), REMEDY, recorded.problems()));
        recorded.problems().throwIfAny();
        return snapshots;
    }

    private List<Snapshot> document(Members document) {
        document.refuseOthers(BaselineWriter.DOCUMENT);
        List<Snapshot> snapshots = new ArrayList<>();
        Map<String, Span> first = new HashMap<>();
        for (SourceValue located : document.items("models")) {
            Members.of("a model", located, REMEDY, problems).map(this::model).ifPresent(model -> {
                Span same = first.putIfAbsent(model.key(), located.at());
                if (same != null) {
                    problems.add(
                            located.at(),
                            "duplicate-model",
                            "the model '" + Excerpt.of(model.key()) + "' stands in this file already, in "
                                    + same.lineAndColumn(),
                            REMEDY);
                }
                snapshots.add(model);
            });
        }
        return snapshots;
    }

    private Snapshot model(Members model) {
        model.refuseOthers(BaselineWriter.MODEL);
        Settings settings = model.findObject("settings").map(this::settings).orElse(Settings.DEFAULT);
        List<InputSnapshot> inputs = RecordedInputs.ofBaseline(model, settings.dtype(), shapes);
        List<LayerSnapshot> layers = layers(model, inputs.get(0).shape(), settings.dtype());
        Optional<Members> totals = model.object("totals");
        Snapshot snapshot = new Snapshot(
                model.text("model"), settings, inputs, totals.map(this::totals).orElse(Map.of()), layers);
        totals.ifPresent(written -> TotalsCheck.check(snapshot, written));
        return snapshot;
    }

    /** What is not written is as by default. */
    private Settings settings(Members written) {
        written.refuseOthers(BaselineWriter.SETTINGS);
        Settings usual = Settings.DEFAULT;
        return new Settings(
                written.find("batch").isEmpty() ? usual.batch() : written.count("batch", 1),
                written.find("input").map(found -> written.shape("input", shapes::ofText)),
                written.find("dtype").isEmpty() ? usual.dtype() : written.choice("dtype", DType.OF_NETWORKS),
                written.find("training").isEmpty() ? usual.training() : written.flag("training"),
                written.find("optimizer").isEmpty()
                        ? usual.optimizer()
                        : written.choice("optimizer", List.of(Optimizer.values())),
                written.findObject("set").map(Members::texts).orElse(usual.set()));
    }

    private Map<Metric, Long> totals(Members written) {
        written.refuseOthers(BaselineWriter.TOTALS);
        Map<Metric, Long> totals = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.recordedIn(recorded.version())) {
            written.get(metric.toString()).ifPresent(found -> put(metric, found, written, totals));
        }
        return totals;
    }

    private List<LayerSnapshot> layers(Members model, Shape input, DType type) {
        List<LayerSnapshot> layers = new ArrayList<>();
        Map<String, Span> first = new HashMap<>();
        for (SourceValue located : model.items("layers")) {
            Shape above =
                    layers.isEmpty() ? input : layers.get(layers.size() - 1).output();
            Members.of("a layer", located, REMEDY, problems)
                    .map(written -> layer(written, above, type))
                    .ifPresent(layer -> {
                        Span same = first.putIfAbsent(layer.name(), located.at());
                        if (same != null) {
                            problems.add(
                                    located.at(),
                                    "duplicate-layer",
                                    "the layer '" + Excerpt.of(layer.name()) + "' stands in this model already, in "
                                            + same.lineAndColumn(),
                                    REMEDY);
                        }
                        layers.add(layer);
                    });
        }
        return layers;
    }

    /** What is not written comes from the line above, and passes as it came. */
    private LayerSnapshot layer(Members written, Shape above, DType type) {
        written.refuseOthers(BaselineWriter.LAYER);
        List<Shape> inputs =
                written.find("inputs").isEmpty() ? List.of(above) : written.shapes("inputs", shapes::ofText);
        boolean passes = written.find("output").isEmpty() && !inputs.isEmpty();
        Shape output = passes ? inputs.get(0) : written.shape("output", shapes::ofText);
        String operator = written.text("operator");
        return new LayerSnapshot(
                written.text("layer"),
                operator,
                recorded.attributes(written, operator),
                inputs,
                output,
                figures(written, output, type),
                written.at());
    }

    private static Map<Metric, Long> figures(Members layer, Shape output, DType type) {
        Map<Metric, Long> figures = new EnumMap<>(Metric.class);
        figures.put(Metric.LAYERS, 1L);
        for (Metric metric : BaselineWriter.METRICS_OF_LAYERS) {
            Optional<SourceValue> found = layer.find(metric.toString());
            if (found.isPresent()) {
                put(metric, found.get(), layer, figures);
            } else {
                DerivedMembers.value(metric, output, type, figures).ifPresent(value -> figures.put(metric, value));
            }
        }
        return figures;
    }

    /** {@code null} is written for what is not known. */
    private static void put(Metric metric, SourceValue written, Members members, Map<Metric, Long> figures) {
        if (!written.isNothing()) {
            figures.put(metric, members.count(metric.toString(), written, 0));
        }
    }
}
