package io.archmeter.report.diff;

import io.archmeter.metric.Metric;
import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.MetricCells;
import io.archmeter.snapshot.Settings;
import io.archmeter.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is said of a model above its layers. */
final class DiffHeading {
    private static final List<Measure<DiffModel>> MEASURES = List.of(
            new Measure<>(
                    Column.name("name", "").only(Audience.PEOPLE),
                    model -> key(model.before().or(model::after))),
            new Measure<>(Column.text("new_name", "→").only(Audience.PEOPLE), DiffHeading::newName),
            new Measure<>(Column.text("input", "on").only(Audience.PEOPLE), model -> InputCells.of(model.any())),
            forPrograms("model_change", model -> new Cell.Text(model.fate().toString())),
            forPrograms("model_before", model -> key(model.before())),
            forPrograms("model_after", model -> key(model.after())),
            onlyJson("unchanged", model -> new Cell.Flag(model.isUnchanged(), "")),
            onlyJson("settings_before", model -> settings(model.before())),
            onlyJson("settings_after", model -> settings(model.after())),
            onlyJson("input_before", model -> input(model.before())),
            onlyJson("input_after", model -> input(model.after())),
            onlyJson("totals", DiffHeading::totals),
            onlyJson("same_layers", model -> new Cell.Count(model.same())));

    private DiffHeading() {}

    static List<Measure<DiffModel>> measures(List<DiffModel> models) {
        List<Measure<DiffModel>> measures = new ArrayList<>(MEASURES);
        measures.addAll(InputCells.measures(models, DiffModel::before, DiffModel::after));
        return measures;
    }

    private static Measure<DiffModel> forPrograms(String key, Function<DiffModel, Cell> cell) {
        return new Measure<>(Column.text(key, "").except(Audience.PEOPLE), cell);
    }

    private static Measure<DiffModel> onlyJson(String key, Function<DiffModel, Cell> cell) {
        return new Measure<>(Column.text(key, "").only(Audience.PROGRAMS), cell);
    }

    private static Cell key(Optional<Snapshot> model) {
        return model.<Cell>map(known -> new Cell.Text(known.key())).orElse(Cell.EMPTY);
    }

    private static Cell newName(DiffModel model) {
        boolean renamed = model.difference().isPresent()
                && !model.before().map(Snapshot::key).equals(model.after().map(Snapshot::key));
        return renamed ? key(model.after()) : Cell.EMPTY;
    }

    private static Cell input(Optional<Snapshot> model) {
        return model.<Cell>map(known -> new Cell.OneShape(known.input())).orElse(Cell.EMPTY);
    }

    private static Cell settings(Optional<Snapshot> model) {
        return model.map(Snapshot::settings).map(DiffHeading::settings).orElse(Cell.EMPTY);
    }

    private static Cell settings(Settings settings) {
        List<Cell.Member> set = new ArrayList<>();
        settings.set().forEach((name, value) -> set.add(new Cell.Member(name, new Cell.Text(value))));
        return Cell.Members.of(
                new Cell.Member("batch", new Cell.Count(settings.batch())),
                new Cell.Member("dtype", new Cell.Text(settings.dtype().toString())),
                new Cell.Member("training", new Cell.Flag(settings.training(), "")),
                new Cell.Member("optimizer", new Cell.Text(settings.optimizer().toString())),
                new Cell.Member("set", new Cell.Members(set)));
    }

    private static Cell totals(DiffModel model) {
        List<Cell.Member> totals = new ArrayList<>();
        for (Metric metric : Metric.recorded()) {
            Cell before = total(model.before(), metric);
            Cell after = total(model.after(), metric);
            if (!before.equals(Cell.EMPTY) || !after.equals(Cell.EMPTY)) {
                totals.add(new Cell.Member(
                        metric.toString(),
                        Cell.Members.of(new Cell.Member("before", before), new Cell.Member("after", after))));
            }
        }
        return new Cell.Members(totals);
    }

    private static Cell total(Optional<Snapshot> model, Metric metric) {
        return model.map(known -> MetricCells.of(metric, known.total(metric))).orElse(Cell.EMPTY);
    }
}
