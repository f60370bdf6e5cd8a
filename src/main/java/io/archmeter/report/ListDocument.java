package io.archmeter.report;

import io.archmeter.load.BundledModel;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.document.Note;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import java.util.ArrayList;
import java.util.List;

/** What comes with the tool: models, studies and examples. */
public final class ListDocument {
    private static final String TITLE = "the models, studies and examples that come with Archmeter";

    private static final int INPUT_LEAVES = 1;

    private static final List<Column> HEADING = List.of(Column.text("file", ""), Column.text("family", ""));

    /**
     * Some of them below a heading.
     *
     * @param models those of a file side by side
     */
    public record Kind(String heading, List<BundledModel> models) {
        public Kind {
            models = List.copyOf(models);
        }
    }

    private ListDocument() {}

    /** In one table, in the order in which they come. */
    public static Document of(List<BundledModel> models) {
        List<Measure<BundledModel>> measures = new ArrayList<>();
        measures.add(new Measure<>(forPrograms("family"), model -> new Cell.Text(model.family())));
        measures.add(new Measure<>(Column.text("name", "name"), model -> new Cell.Text(model.name())));
        measures.add(new Measure<>(forPrograms("file"), model -> new Cell.Text(model.file())));
        measures.addAll(figures());
        measures.add(new Measure<>(forPrograms("source"), model -> new Cell.Text(model.source())));
        Table table = Table.of("models", Measure.columns(measures), Measure.rows(measures, models));
        return new Document("list", 1, TITLE, List.of(), table, Facts.notes());
    }

    /** For people: a table for each kind, and in it the models by their files. */
    public static Document of(List<Kind> kinds, List<Note> notes) {
        List<Detail> tables = new ArrayList<>();
        for (Kind kind : kinds) {
            tables.add(new Detail.Listing(kind.heading(), table(kind.models())));
        }
        Section all = Section.of(Row.NONE, List.of()).with(tables);
        Table table = new Table("", "models", Table.Layout.DETAILS, List.of(), List.of(), List.of(all));
        List<Note> explained = new ArrayList<>(Facts.notes());
        explained.addAll(notes);
        return new Document("list", 1, TITLE, List.of(), table, explained);
    }

    /** Whether its file holds this model alone, and nothing tells more of it. */
    private static boolean isFile(BundledModel model) {
        return model.name().equals(model.file());
    }

    /** What comes after the name of its file, which stands above it. */
    private static String below(BundledModel model) {
        return model.name().startsWith(model.file() + "#")
                ? model.name().substring(model.file().length())
                : model.name();
    }

    private static Column forPrograms(String key) {
        return Column.text(key, key).except(Audience.PEOPLE);
    }

    private static List<Measure<BundledModel>> figures() {
        return List.of(
                new Measure<>(
                        Column.text("input", "input").leaving(INPUT_LEAVES), model -> Facts.inputs(model.inputs())),
                new Measure<>(
                        MetricCells.column(Metric.PARAMETERS),
                        model -> MetricCells.of(Metric.PARAMETERS, model.parameters())),
                new Measure<>(
                        MetricCells.column(Metric.MULTIPLY_ADDS),
                        model -> MetricCells.of(Metric.MULTIPLY_ADDS, model.multiplyAdds())),
                new Measure<>(Column.phrase("title", "title"), model -> new Cell.Text(model.title())));
    }

    /** A file that is one model needs no line above it. */
    private static Table table(List<BundledModel> models) {
        List<Measure<BundledModel>> measures = new ArrayList<>();
        measures.add(new Measure<>(Column.text("name", "name"), model -> new Cell.Text(below(model))));
        measures.addAll(figures());
        List<Row> alone = new ArrayList<>();
        List<Section> families = new ArrayList<>();
        int begin = 0;
        while (begin < models.size()) {
            BundledModel first = models.get(begin);
            int end = begin + 1;
            while (end < models.size() && models.get(end).file().equals(first.file())) {
                end++;
            }
            List<Row> rows = Measure.rows(measures, models.subList(begin, end));
            if (isFile(first)) {
                alone.addAll(rows);
            } else {
                families.add(Section.of(Row.of(new Cell.Text(first.file()), new Cell.Text(first.family())), rows));
            }
            begin = end;
        }
        if (!alone.isEmpty()) {
            families.add(0, Section.of(Row.of(Cell.EMPTY, Cell.EMPTY), alone));
        }
        return new Table("families", "models", Table.Layout.GROUPS, HEADING, Measure.columns(measures), families);
    }
}
