package io.archmeter.report.diff;

import io.archmeter.diff.ChangedAttribute;
import io.archmeter.diff.Difference;
import io.archmeter.diff.align.LayerChange;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.picture.LayerChanges;
import io.archmeter.report.text.PlainText;
import io.archmeter.snapshot.LayerSnapshot;
import io.archmeter.value.LayerPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The layers before beside the layers after, to look at: those that are the same take little room, and modules that are new one row. */
final class ChangesPicture {
    private final Difference difference;
    private final ChangeRuns runs;
    private final boolean chosen;

    private ChangesPicture(Difference difference, boolean chosen) {
        this.difference = difference;
        this.runs = new ChangeRuns(difference);
        this.chosen = chosen;
    }

    /**
     * The picture of a network.
     *
     * @param name what the picture is called
     * @param chosen whether the page has cards of layers that were changed
     */
    static LayerChanges of(Difference difference, String name, boolean chosen) {
        ChangesPicture picture = new ChangesPicture(difference, chosen);
        List<LayerChanges.Row> rows = new ArrayList<>();
        for (List<LayerChange> run : picture.runs.of(difference.layers())) {
            rows.addAll(picture.rows(run));
        }
        return new LayerChanges(
                name,
                "layers before and after",
                DiffDetails.counts(difference),
                PlainText.of(difference.before().key()),
                PlainText.of(difference.after().key()),
                LayerListings.METRICS.stream().map(Metric::words).toList(),
                rows);
    }

    private List<LayerChanges.Row> rows(List<LayerChange> run) {
        LayerChange first = run.get(0);
        if (first instanceof LayerChange.Added) {
            return modules(
                    run,
                    run.stream().map(LayerChange::layer).toList(),
                    difference.after().layers());
        }
        if (first instanceof LayerChange.Removed) {
            return modules(
                    run,
                    run.stream().map(LayerChange::layer).toList(),
                    difference.before().layers());
        }
        return List.of(pairs(run));
    }

    /** What is on one side alone: whole modules as one row. */
    private List<LayerChanges.Row> modules(
            List<LayerChange> run, List<LayerSnapshot> layers, List<LayerSnapshot> network) {
        List<LayerChanges.Row> rows = new ArrayList<>();
        int next = 0;
        for (WholeModule module : WholeModule.folded(WholeModule.in(layers, network))) {
            List<LayerChange> part = run.subList(next, next + module.layers().size());
            next += part.size();
            LayerChange first = part.get(0);
            String detail = part.size() == 1
                    ? first.layer().operator() + " "
                            + AspectText.of(new Cell.OneShape(first.layer().output()))
                    : module.operator();
            boolean added = first instanceof LayerChange.Added;
            LayerChanges.Layers shown = new LayerChanges.Layers(
                    PlainText.of(module.name()),
                    PlainText.of(detail),
                    PlainText.of(added ? runs.moduleAfter(first) : runs.moduleBefore(first)),
                    module.layers().stream().map(LayerSnapshot::name).toList());
            rows.add(new LayerChanges.Row(
                    added ? LayerChanges.Kind.ADDED : LayerChanges.Kind.REMOVED,
                    added ? Optional.empty() : Optional.of(shown),
                    added ? Optional.of(shown) : Optional.empty(),
                    false,
                    "",
                    costs(part)));
        }
        return rows;
    }

    /** What is on both sides. */
    private LayerChanges.Row pairs(List<LayerChange> run) {
        LayerChange first = run.get(0);
        boolean changed = first instanceof LayerChange.Changed;
        boolean alone = run.size() == 1;
        List<ChangedAttribute> aspects = changed && alone ? telling((LayerChange.Changed) first) : List.of();
        String count = alone ? "" : DiffDetails.layers(run.size());
        String kind = changed
                ? alone ? sides(aspects, true) : "in other shapes"
                : first instanceof LayerChange.Renamed ? "renamed" : alone ? "" : "the same";
        return new LayerChanges.Row(
                changed
                        ? LayerChanges.Kind.CHANGED
                        : first instanceof LayerChange.Renamed ? LayerChanges.Kind.RENAMED : LayerChanges.Kind.SAME,
                Optional.of(layers(
                        run.stream().map(change -> change.old().orElseThrow()).toList(),
                        alone ? sides(aspects, false) : count,
                        runs.moduleBefore(first))),
                Optional.of(layers(
                        run.stream().map(change -> change.now().orElseThrow()).toList(),
                        kind,
                        runs.moduleAfter(first))),
                !changed || ChangeRuns.isInShape(first),
                changed && alone && chosen ? ChangeName.of(first) : "",
                costs(run));
    }

    /** What was decided about a layer, and not what follows from that in its shapes. */
    private static List<ChangedAttribute> telling(LayerChange.Changed layer) {
        List<ChangedAttribute> all = ChangedAttribute.between(layer.before(), layer.after());
        List<ChangedAttribute> words =
                all.stream().filter(ChangedAttribute.Word.class::isInstance).toList();
        return words.isEmpty() ? all : words;
    }

    /** {@code channels 64, groups 1}. */
    private static String sides(List<ChangedAttribute> aspects, boolean after) {
        List<String> sides = new ArrayList<>();
        for (ChangedAttribute aspect : aspects) {
            AspectCells cells = AspectCells.of(aspect).forPeople(aspect.name());
            String words = AspectText.of(after ? cells.after() : cells.before());
            sides.add(aspect.name().equals("operator") ? words : aspect.name() + " " + words);
        }
        return String.join(", ", sides);
    }

    private static LayerChanges.Layers layers(List<LayerSnapshot> layers, String detail, String module) {
        List<String> names = layers.stream().map(LayerSnapshot::name).toList();
        return new LayerChanges.Layers(PlainText.of(label(names)), PlainText.of(detail), PlainText.of(module), names);
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

    private static List<LayerChanges.Change> costs(List<LayerChange> layers) {
        List<LayerChanges.Change> costs = new ArrayList<>();
        for (Metric metric : LayerListings.METRICS) {
            OptionalLong sum = ChangedLayers.sum(metric, layers);
            String words = sum.isEmpty()
                    ? "not known"
                    : sum.getAsLong() == 0 ? "" : AspectText.of(MetricCells.change(metric, sum));
            costs.add(new LayerChanges.Change(sum.orElse(0), words));
        }
        return costs;
    }
}
