package io.archmeter.report.diff;

import io.archmeter.diff.Difference;
import io.archmeter.diff.ModelChange;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import io.archmeter.report.text.PlainText;
import io.archmeter.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What became of models: for people what matters, for programs each layer that has changed. */
public final class DiffDocument {
    /** How many models without a change are named. */
    private static final int NAMED = 8;

    private DiffDocument() {}

    /** A section for each model, in their order. */
    public static Document of(List<ModelChange> changes) {
        return ofModels(changes.stream().map(DiffModel::of).toList(), DiffDetails::listings);
    }

    /** @param told what people are told of the layers that are others now */
    static Document ofModels(List<DiffModel> models, Function<Difference, List<Detail>> told) {
        List<Measure<DiffModel>> heading = DiffHeading.measures(models);
        List<Measure<DiffLayer>> measures = DiffLayer.MEASURES;
        List<Section> sections = new ArrayList<>();
        for (DiffModel model : models) {
            List<DiffLayer> layers =
                    model.differing().stream().map(DiffLayer::new).toList();
            boolean alone = models.size() == 1;
            sections.add(Section.of(Measure.row(heading, model), Measure.rows(measures, layers))
                    .with(alone || !model.isUnchanged() ? DiffDetails.of(model, told) : List.of()));
        }
        Table table = new Table(
                "models",
                "changes",
                Table.Layout.DETAILS,
                Measure.columns(heading),
                Measure.columns(measures),
                sections);
        return new Document("diff", 2, title(models), List.of(), table, List.of(), unchanged(models));
    }

    private static String title(List<DiffModel> models) {
        return models.size() == 1 ? title(models.get(0)) : counts(models);
    }

    private static String title(DiffModel model) {
        String name = model.name();
        String before = model.before().map(Snapshot::key).orElse(name);
        if (model.isUnchanged() && before.equals(name)) {
            return "no change in " + name;
        }
        return before.equals(name) ? "changes in " + name : "changes from " + before + " to " + name;
    }

    private static String counts(List<DiffModel> models) {
        List<String> counts = new ArrayList<>();
        addCount("changed", models.stream().filter(DiffModel::isChanged).count(), counts);
        for (DiffModel.Fate fate : List.of(DiffModel.Fate.RENAMED, DiffModel.Fate.NEW, DiffModel.Fate.GONE)) {
            addCount(
                    fate.toString(),
                    models.stream().filter(model -> model.fate() == fate).count(),
                    counts);
        }
        addCount("unchanged", models.stream().filter(DiffModel::isUnchanged).count(), counts);
        return models.isEmpty() ? "no models" : models.size() + " models: " + String.join(", ", counts);
    }

    private static void addCount(String word, long count, List<String> counts) {
        if (count > 0) {
            counts.add(count + " " + word);
        }
    }

    private static List<Detail.Remark> unchanged(List<DiffModel> models) {
        List<String> unchanged = models.size() == 1
                ? List.of()
                : models.stream()
                        .filter(DiffModel::isUnchanged)
                        .map(DiffModel::name)
                        .map(PlainText::of)
                        .toList();
        if (unchanged.isEmpty()) {
            return List.of();
        }
        int more = Math.max(0, unchanged.size() - NAMED);
        return List.of(
                Detail.Remark.of("unchanged: " + unchanged.stream().limit(NAMED).collect(Collectors.joining(", "))
                        + (more == 0 ? "" : " and " + more + " more")));
    }
}
