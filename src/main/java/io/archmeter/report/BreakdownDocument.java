package io.archmeter.report;

import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.Grouping;
import io.archmeter.analysis.Share;
import io.archmeter.facts.Cost;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.HeaderField;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.document.Note;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where the cost of models sits: by stage, by layer or by kind of operator, with bars that are comparable across models. */
public final class BreakdownDocument {
    /** What people see as bars; programs get every metric. */
    static final Set<Metric> CHARTED = EnumSet.of(Metric.PARAMETERS, Metric.MULTIPLY_ADDS, Metric.OUTPUT_BYTES);

    static final String BAR = "_bar";
    static final String SHARE = "_share";
    private static final int SHARES_LEAVE = 1;
    private static final int LAYERS_LEAVE = 2;

    /** One group of a model's layers, and what it is a share of. */
    private record Part(Share share, Cost total) {}

    private BreakdownDocument() {}

    /** At least one report, all of them with the same batch, type and training. */
    public static Document of(List<CostReport> reports, Grouping grouping) {
        return of(reports, grouping, Set.of());
    }

    /**
     * The same with some layers alone.
     *
     * @param only the operators of those; none for all of them
     */
    public static Document of(List<CostReport> reports, Grouping grouping, Set<String> only) {
        List<Measure<CostReport>> heading = heading();
        List<List<Part>> models = reports.stream()
                .map(report -> parts(report.only(only), grouping))
                .toList();
        List<Measure<Part>> measures =
                measures(grouping, models.stream().flatMap(List::stream).toList());
        List<Section> sections = new ArrayList<>();
        for (int model = 0; model < reports.size(); model++) {
            Row above = Measure.row(heading, reports.get(model));
            sections.add(Section.of(above, Measure.rows(measures, models.get(model))));
        }
        Table table = new Table(
                "models", "groups", Table.Layout.GRID, Measure.columns(heading), Measure.columns(measures), sections);
        return new Document(
                "breakdown",
                1,
                "where the cost sits, by " + word(grouping),
                about(reports, grouping, only),
                table,
                notes());
    }

    private static List<Part> parts(CostReport report, Grouping grouping) {
        return report.by(grouping).stream()
                .map(share -> new Part(share, report.total()))
                .toList();
    }

    private static List<Measure<CostReport>> heading() {
        return List.of(
                new Measure<>(Column.name("model", ""), report -> new Cell.Text(report.model())),
                new Measure<>(
                        Column.text("title", "").only(Audience.PROGRAMS), report -> new Cell.Text(report.title())),
                new Measure<>(Column.text("input", "on").except(Audience.TABLES), report -> Facts.inputs(report)));
    }

    private static List<Measure<Part>> measures(Grouping grouping, List<Part> all) {
        List<Measure<Part>> measures = new ArrayList<>();
        measures.add(new Measure<>(
                Column.name(word(grouping), word(grouping)),
                part -> new Cell.Text(part.share().label())));
        measures.add(new Measure<>(
                Column.number("layers", "layers").leaving(LAYERS_LEAVE),
                part -> new Cell.Count(part.share().layers())));
        for (Metric metric : Metric.inTables()) {
            Column column = Column.number(metric.toString(), header(metric));
            boolean charted = CHARTED.contains(metric);
            measures.add(new Measure<>(
                    charted ? column : column.except(Audience.PEOPLE),
                    part -> MetricCells.of(metric, metric.amount(part.share().cost()))));
            if (charted) {
                measures.addAll(chart(metric, all));
            }
        }
        measures.addAll(counted(all));
        return measures;
    }

    /** What conventions count of each part. */
    private static List<Measure<Part>> counted(List<Part> all) {
        List<Measure<Part>> measures = new ArrayList<>();
        for (String convention : all.isEmpty()
                ? List.<String>of()
                : CountedColumns.names(all.get(0).total())) {
            measures.add(new Measure<>(
                    CountedColumns.of(convention),
                    part -> CountedColumns.cell(convention, part.share().cost())));
        }
        return measures;
    }

    /** A bar and a percentage. */
    private static List<Measure<Part>> chart(Metric metric, List<Part> all) {
        long longest = all.stream()
                .mapToLong(part -> count(metric, part.share().cost()))
                .max()
                .orElse(0);
        return List.of(
                new Measure<>(
                        Column.bar(metric + BAR),
                        part -> new Cell.Bar(count(metric, part.share().cost()), longest)),
                new Measure<>(
                        Column.number(metric + SHARE, "share")
                                .only(Audience.PEOPLE, Audience.SPREADSHEETS)
                                .leaving(SHARES_LEAVE),
                        part -> Facts.share(metric, part.share().cost(), part.total())));
    }

    /** Shorter than elsewhere, so that three bars fit beside each other into 80 columns. */
    static String header(Metric metric) {
        return metric == Metric.OUTPUT_BYTES ? "memory" : metric.header();
    }

    static long count(Metric metric, Cost cost) {
        return metric.amount(cost).orElseThrow().atLeast();
    }

    private static List<HeaderField> about(List<CostReport> reports, Grouping grouping, Set<String> only) {
        List<HeaderField> about = new ArrayList<>();
        about.add(HeaderField.of("by", new Cell.Text(word(grouping))));
        about.addAll(Facts.only(only));
        if (reports.size() == 1) {
            about.addAll(HiddenLayers.of(reports.get(0), only).fields());
        }
        about.addAll(Facts.counting(reports.get(0)));
        about.addAll(Facts.unknownOf(reports));
        return about;
    }

    static List<Note> notes() {
        return List.of(
                Note.of(
                        "stage: layers whose outputs have the same height and width; head: layers whose outputs have none",
                        word(Grouping.STAGE)),
                new Note("bars: their lengths can be compared across models", charted(BAR)),
                new Note("share: part of the model's total", charted(SHARE)),
                Note.of(
                        "memory: the outputs of the layers added up, not what is needed at one time",
                        Metric.OUTPUT_BYTES.toString()));
    }

    /** The keys of what stands beside each metric that people see. */
    private static List<String> charted(String what) {
        return CHARTED.stream().map(metric -> metric + what).toList();
    }

    private static String word(Grouping grouping) {
        return grouping.name().toLowerCase(Locale.ROOT);
    }
}
