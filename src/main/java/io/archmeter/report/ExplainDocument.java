package io.archmeter.report;

import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.Explanation;
import io.archmeter.analysis.LayerCost;
import io.archmeter.facts.Amount;
import io.archmeter.facts.Cost;
import io.archmeter.facts.CostPart;
import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import io.archmeter.report.text.Readable;
import java.util.ArrayList;
import java.util.List;

/** The arithmetic of each number. */
public final class ExplainDocument {
    private ExplainDocument() {}

    /** Explains a whole model. */
    public static Document of(CostReport report, List<Explanation> layers) {
        return document(report, layers).noting(totals(report.total()));
    }

    /** Explains some of its layers. */
    public static Document ofPart(CostReport report, List<Explanation> layers) {
        return document(report, layers);
    }

    private static Document document(CostReport report, List<Explanation> layers) {
        List<Measure<LayerCost>> heading = heading(report);
        List<Measure<Explanation.Line>> measures = measures();
        List<Section> sections = layers.stream()
                .map(layer -> Section.of(Measure.row(heading, layer.layer()), Measure.rows(measures, layer.lines())))
                .toList();
        Table table = new Table(
                "layers",
                "numbers",
                Table.Layout.EQUATIONS,
                Measure.columns(heading),
                Measure.columns(measures),
                sections);
        return new Document("explain", 1, Facts.title(report), Facts.of(report), table, Facts.said(report));
    }

    private static List<Measure<LayerCost>> heading(CostReport report) {
        List<Measure<LayerCost>> heading = new ArrayList<>(List.of(
                new Measure<>(Column.name("layer", ""), Facts::name),
                new Measure<>(
                        Column.text("operator", "").except(Audience.TABLES), layer -> new Cell.Text(layer.operator())),
                new Measure<>(
                        Column.text("inputs", "").except(Audience.TABLES), layer -> new Cell.Shapes(layer.inputs())),
                new Measure<>(
                        Column.text("output", "→").except(Audience.TABLES),
                        layer -> new Cell.OneShape(layer.output()))));
        if (Facts.sharesWeights(report)) {
            heading.add(new Measure<>(
                    Column.text(Facts.WEIGHTS_OF, Facts.WEIGHTS_OF_LABEL).except(Audience.TABLES),
                    layer -> Facts.names(layer.weightsOf())));
        }
        return heading;
    }

    /** A number, its formula and its value. */
    static List<Measure<Explanation.Line>> measures() {
        return List.of(
                new Measure<>(Column.name("quantity", "quantity"), line -> new Cell.Text(line.quantity())),
                new Measure<>(Column.text("formula", "formula"), line -> new Cell.Arithmetic(line.formula())),
                new Measure<>(
                        Column.number("value", "value"),
                        line -> MetricCells.exactCount(Amount.of(line.formula()::value))));
    }

    private static String totals(Cost total) {
        return "sums over all layers: " + sum(total, CostPart.PARAMETERS) + " parameters, "
                + sum(total, CostPart.BUFFERS)
                + " buffers, " + sum(total, CostPart.MULTIPLY_ADDS) + " multiply-adds ("
                + sum(total, CostPart.EFFECTIVE_MULTIPLY_ADDS) + " effective), " + sum(total, CostPart.OUTPUT_BYTES)
                + " bytes of outputs";
    }

    private static String sum(Cost total, CostPart part) {
        Amount amount = total.amount(part);
        return (amount.isExact() ? "" : "at least ") + Readable.exact(amount.atLeast());
    }
}
