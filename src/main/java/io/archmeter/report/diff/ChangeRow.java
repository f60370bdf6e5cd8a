package io.archmeter.report.diff;

import io.archmeter.diff.align.LayerChange;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.picture.LayerChanges;
import io.archmeter.report.text.PlainText;
import io.archmeter.snapshot.LayerSnapshot;
import io.archmeter.value.LayerPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A row of a drawing of changes, before it is drawn.
 *
 * @param kind what became of its layers
 * @param quiet whether it tells little
 * @param changes those of the layers that it stands for
 * @param label what it is called instead of by the names of its layers; may be empty
 * @param detailBefore what is said beside the layers as they were
 * @param detailAfter what is said beside the layers as they are
 * @param card what a page shows of it; may be empty
 */
record ChangeRow(
        LayerChanges.Kind kind,
        boolean quiet,
        List<LayerChange> changes,
        String label,
        String detailBefore,
        String detailAfter,
        String card) {
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    ChangeRow {
        changes = List.copyOf(changes);
    }

    /** What rows have in common that look alike but for the numbers in their names. */
    record Likeness(LayerChanges.Kind kind, List<String> names, String before, String after, List<String> costs) {}

    Likeness likeness() {
        List<String> names = new ArrayList<>();
        for (LayerChange change : changes) {
            names.add(DIGITS.matcher(ChangeName.of(change)).replaceAll("#"));
        }
        List<String> costs = costs().stream().map(LayerChanges.Change::words).toList();
        return new Likeness(kind, names, detailBefore, detailAfter, costs);
    }

    /** Blocks like the one above, as one row. */
    static ChangeRow again(List<ChangeRow> rows, int times) {
        List<LayerChange> changes =
                rows.stream().flatMap(row -> row.changes.stream()).toList();
        boolean before = changes.stream().anyMatch(change -> change.old().isPresent());
        boolean after = changes.stream().anyMatch(change -> change.now().isPresent());
        String said = times == 1 ? "changed likewise" : times + " times likewise";
        return new ChangeRow(
                !before ? LayerChanges.Kind.ADDED : after ? LayerChanges.Kind.CHANGED : LayerChanges.Kind.REMOVED,
                true,
                changes,
                "",
                before && after ? DiffDetails.layers(changes.size()) : said,
                said,
                "");
    }

    LayerChanges.Row shown(ChangeRuns runs) {
        return new LayerChanges.Row(
                kind,
                side(
                        changes.stream()
                                .flatMap(change -> change.old().stream())
                                .toList(),
                        detailBefore,
                        runs.moduleBefore(changes.get(0))),
                side(
                        changes.stream()
                                .flatMap(change -> change.now().stream())
                                .toList(),
                        detailAfter,
                        runs.moduleAfter(changes.get(0))),
                quiet,
                card,
                costs());
    }

    private Optional<LayerChanges.Layers> side(List<LayerSnapshot> layers, String detail, String module) {
        if (layers.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = layers.stream().map(LayerSnapshot::name).toList();
        return Optional.of(new LayerChanges.Layers(
                PlainText.of(label.isEmpty() ? label(names) : label),
                PlainText.of(detail),
                PlainText.of(module),
                names));
    }

    /** {@code layer1.0.bn1 … relu}. */
    private static String label(List<String> names) {
        String first = names.get(0);
        String last = names.get(names.size() - 1);
        if (names.size() == 1) {
            return first;
        }
        List<String> modules = new LayerPath(first).modules();
        for (int depth = modules.size() - 1; depth >= 0; depth--) {
            if (new LayerPath(last).isWithin(modules.get(depth))) {
                return first + " … " + last.substring(modules.get(depth).length() + 1);
            }
        }
        return first + " … " + last;
    }

    private List<LayerChanges.Change> costs() {
        List<LayerChanges.Change> costs = new ArrayList<>();
        for (Metric metric : LayerListings.METRICS) {
            OptionalLong sum = ChangedLayers.sum(metric, changes);
            String words = sum.isEmpty()
                    ? "not known"
                    : sum.getAsLong() == 0 ? "" : AspectText.of(MetricCells.change(metric, sum));
            costs.add(new LayerChanges.Change(sum.orElse(0), words));
        }
        return costs;
    }
}
