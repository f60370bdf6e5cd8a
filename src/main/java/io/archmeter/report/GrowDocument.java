package io.archmeter.report;

import io.archmeter.facts.Amount;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Value;
import io.archmeter.growth.Growth;
import io.archmeter.growth.Measures;
import io.archmeter.growth.Variable;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.HeaderField;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How what a model costs grows: polynomials, values along lines, and what fits. */
public final class GrowDocument {
    /** A figure at a value of a line. */
    private record Line(Growth.Along along, Growth.Point point, Metric metric, Amount amount) {}

    private static final List<Measure<Line>> VALUES = List.of(
            new Measure<>(
                    Column.text("metric", "figure"),
                    line -> new Cell.Text(line.metric().toString())),
            new Measure<>(
                    Column.number("value", "value"),
                    line -> new Cell.ExactCount(line.point().value())),
            new Measure<>(Column.number("figure", "figure"), line -> MetricCells.exactCount(line.amount())),
            new Measure<>(
                    Column.text("fits", "fits").only(Audience.TABLES, Audience.PROGRAMS),
                    line -> GrowFits.fits(line.along(), line.point())));

    private static final List<Column> HEADING = List.of(
            Column.text("over", ""),
            Column.text("at", "").only(Audience.TABLES, Audience.PROGRAMS),
            Column.text("polynomials", "").only(Audience.PROGRAMS),
            Column.text("fit", "").only(Audience.PROGRAMS));

    private GrowDocument() {}

    /** @param drawn whether pictures are among its details */
    public static Document of(Growth growth, boolean drawn) {
        List<Section> sections = new ArrayList<>();
        if (growth.variables().size() > 1) {
            sections.add(together(growth));
        }
        for (Growth.Along along : growth.alone()) {
            sections.add(along(growth, along, drawn));
        }
        Table table = new Table("growth", "values", Table.Layout.DETAILS, HEADING, Measure.columns(VALUES), sections);
        Graph graph = growth.network().graph();
        return new Document(
                "grow",
                1,
                graph.name() + ": how it grows with " + GrowWords.variables(growth),
                about(growth),
                table,
                Facts.notes());
    }

    private static Section together(Growth growth) {
        Row heading = Row.of(
                new Cell.Text(GrowWords.symbols(growth.variables())),
                Cell.EMPTY,
                GrowMembers.together(growth),
                Cell.EMPTY);
        return Section.of(heading, List.of()).with(GrowDetails.together(growth));
    }

    private static Section along(Growth growth, Growth.Along along, boolean drawn) {
        Variable variable = along.line().variable();
        Row heading = Row.of(
                new Cell.Text(GrowWords.heading(growth, along)),
                new Cell.Text(variable.word()),
                GrowMembers.along(growth, along),
                GrowFits.member(along));
        List<Line> lines = new ArrayList<>();
        for (Metric metric : growth.measures().metrics()) {
            for (Growth.Point point : along.points()) {
                Amount amount = point.figures().get(metric);
                if (amount != null) {
                    lines.add(new Line(along, point, metric, amount));
                }
            }
        }
        return Section.of(heading, Measure.rows(VALUES, lines)).with(GrowDetails.along(growth, along, drawn));
    }

    private static List<HeaderField> about(Growth growth) {
        Graph graph = growth.network().graph();
        Measures measures = growth.measures();
        List<HeaderField> about = new ArrayList<>();
        about.add(HeaderField.of("model", new Cell.Text(graph.name())));
        about.add(HeaderField.above(
                "input",
                "input",
                Facts.inputs(graph.inputValues().stream().map(Value::shape).toList())));
        about.add(HeaderField.above(
                "dtype", "dtype", new Cell.Text(growth.network().type().toString())));
        about.add(HeaderField.above(
                "training", "", new Cell.Flag(measures.training(), measures.training() ? "training" : "inference")));
        if (measures.metrics().stream().anyMatch(Metric::isOfTraining)) {
            about.add(HeaderField.above(
                    "optimizer", "optimizer", new Cell.Text(measures.optimizer().toString())));
        }
        about.addAll(Facts.unknown(origins(growth)));
        return about;
    }

    private static List<String> origins(Growth growth) {
        List<String> origins = List.of();
        for (Growth.Along along : growth.alone()) {
            for (Growth.Point point : along.points()) {
                for (Map.Entry<Metric, Amount> figure : point.figures().entrySet()) {
                    origins = Amount.together(origins, figure.getValue().origins());
                }
            }
        }
        return origins;
    }
}
