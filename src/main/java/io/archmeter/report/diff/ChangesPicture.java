package io.archmeter.report.diff;

import io.archmeter.diff.ChangedAttribute;
import io.archmeter.diff.Difference;
import io.archmeter.diff.align.LayerChange;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Cell;
import io.archmeter.report.picture.LayerChanges;
import io.archmeter.report.text.PlainText;
import io.archmeter.snapshot.LayerSnapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * The layers before beside the layers after, to look at. What is the same takes little room; modules that are new are one row, and so
 * are blocks that were changed like the one before them.
 */
final class ChangesPicture {
    private final Difference difference;
    private final boolean chosen;

    private ChangesPicture(Difference difference, boolean chosen) {
        this.difference = difference;
        this.chosen = chosen;
    }

    /**
     * The picture of a network.
     *
     * @param name what the picture is called
     * @param chosen whether the page has cards of layers that were changed
     */
    static LayerChanges of(Difference difference, String name, boolean chosen) {
        ChangeRuns runs = new ChangeRuns(difference);
        ChangesPicture picture = new ChangesPicture(difference, chosen);
        List<ChangeRow> rows = new ArrayList<>();
        runs.of(difference.layers()).forEach(run -> rows.addAll(picture.rows(run)));
        return new LayerChanges(
                name,
                title(
                        PlainText.of(difference.before().key()),
                        PlainText.of(difference.after().key())),
                DiffDetails.counts(difference),
                PlainText.of(difference.before().key()),
                PlainText.of(difference.after().key()),
                LayerListings.METRICS.stream().map(Metric::words).toList(),
                together(rows).stream().map(row -> row.shown(runs)).toList());
    }

    private static String title(String before, String after) {
        return (before.equals(after) ? after : before + " → " + after) + ": layers before and after";
    }

    private static List<ChangeRow> together(List<ChangeRow> rows) {
        List<ChangeRow> together = new ArrayList<>();
        for (RepeatedBlock block :
                RepeatedBlock.in(rows.stream().map(ChangeRow::likeness).toList())) {
            together.addAll(rows.subList(block.begin(), block.endOfFirst()));
            if (block.times() > 1) {
                together.add(ChangeRow.again(rows.subList(block.endOfFirst(), block.end()), block.times() - 1));
            }
        }
        return together;
    }

    private List<ChangeRow> rows(List<LayerChange> run) {
        LayerChange first = run.get(0);
        if (first instanceof LayerChange.Added) {
            return modules(LayerChanges.Kind.ADDED, run, difference.after().layers());
        }
        if (first instanceof LayerChange.Removed) {
            return modules(LayerChanges.Kind.REMOVED, run, difference.before().layers());
        }
        return List.of(
                first instanceof LayerChange.Changed changed && run.size() == 1 ? changed(changed) : alike(first, run));
    }

    /** What is on one side alone: whole modules as one row. */
    private static List<ChangeRow> modules(LayerChanges.Kind kind, List<LayerChange> run, List<LayerSnapshot> network) {
        List<LayerSnapshot> layers = run.stream().map(LayerChange::layer).toList();
        List<ChangeRow> rows = new ArrayList<>();
        int next = 0;
        for (WholeModule module : WholeModule.folded(WholeModule.in(layers, network))) {
            List<LayerChange> part = run.subList(next, next + module.layers().size());
            next += part.size();
            LayerSnapshot first = part.get(0).layer();
            String detail = part.size() == 1
                    ? first.operator() + " " + AspectText.of(new Cell.OneShape(first.output()))
                    : module.operator();
            rows.add(new ChangeRow(kind, false, part, module.name(), detail, detail, ""));
        }
        return rows;
    }

    private ChangeRow changed(LayerChange.Changed layer) {
        List<ChangedAttribute> aspects = telling(layer);
        return new ChangeRow(
                LayerChanges.Kind.CHANGED,
                ChangeRuns.isInShape(layer),
                List.of(layer),
                "",
                side(aspects, false),
                side(aspects, true),
                chosen ? ChangeName.of(layer) : "");
    }

    /** What was decided about a layer, and not what follows from that in its shapes. */
    private static List<ChangedAttribute> telling(LayerChange.Changed layer) {
        List<ChangedAttribute> all = ChangedAttribute.between(layer.before(), layer.after());
        List<ChangedAttribute> words =
                all.stream().filter(ChangedAttribute.Word.class::isInstance).toList();
        return words.isEmpty() ? all : words;
    }

    /** {@code channels 64, groups 1}. */
    private static String side(List<ChangedAttribute> aspects, boolean after) {
        List<String> sides = new ArrayList<>();
        for (ChangedAttribute aspect : aspects) {
            AspectCells cells = AspectCells.of(aspect).forPeople(aspect.name());
            String words = AspectText.of(after ? cells.after() : cells.before());
            sides.add(aspect.name().equals("operator") ? words : aspect.name() + " " + words);
        }
        return String.join(", ", sides);
    }

    /** Layers of which nothing is to be told but what became of them. */
    private static ChangeRow alike(LayerChange first, List<LayerChange> run) {
        String count = run.size() == 1 ? "" : DiffDetails.layers(run.size());
        if (first instanceof LayerChange.Changed) {
            return quiet(LayerChanges.Kind.CHANGED, run, count, "in other shapes");
        }
        return first instanceof LayerChange.Renamed
                ? quiet(LayerChanges.Kind.RENAMED, run, count, "renamed")
                : quiet(LayerChanges.Kind.SAME, run, count, run.size() == 1 ? "" : "the same");
    }

    private static ChangeRow quiet(LayerChanges.Kind kind, List<LayerChange> run, String before, String after) {
        return new ChangeRow(kind, true, run, "", before, after, "");
    }
}
