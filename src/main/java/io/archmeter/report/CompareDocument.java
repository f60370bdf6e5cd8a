package io.archmeter.report;

import io.archmeter.analysis.Cost;
import io.archmeter.analysis.CostReport;
import java.util.ArrayList;
import java.util.List;

/** The totals of several models side by side, each with its ratio to the first model's. */
public final class CompareDocument {
    private CompareDocument() {}

    /** At least one report, all of them with the same batch, type and training. */
    public static Document of(List<CostReport> reports) {
        List<Measure<CostReport>> measures = measures(reports);
        Table table = Table.of("models", Measure.columns(measures), Measure.rows(measures, reports));
        return new Document("compare", 1, title(reports), Facts.counting(reports.get(0)), table, Facts.NOTES);
    }

    private static String title(List<CostReport> reports) {
        String first = reports.get(0).model();
        return reports.size() == 1 ? first : reports.size() + " models, with ratios to " + first;
    }

    private static List<Measure<CostReport>> measures(List<CostReport> reports) {
        List<Measure<CostReport>> measures = new ArrayList<>();
        measures.add(new Measure<>(Column.name("model", "model"), report -> new Cell.Text(report.model())));
        measures.add(new Measure<>(
                Column.text("title", "title").only(Format.JSON), report -> new Cell.Text(report.title())));
        measures.add(
                new Measure<>(Column.text("input", "input").leaving(2), report -> new Cell.OneShape(report.input())));
        measures.add(new Measure<>(
                Column.number("layers", "layers").leaving(3),
                report -> new Cell.Count(report.layers().size())));
        for (Quantity quantity : Quantity.values()) {
            Column column = quantity.column().leaving(leaves(quantity));
            boolean hidden = quantity == Quantity.BUFFERS && haveNoBuffers(reports);
            measures.add(new Measure<>(
                    hidden ? column.except(Format.TEXT, Format.MARKDOWN) : column,
                    report -> quantity.cell(report.total())));
            if (quantity != Quantity.BUFFERS && reports.size() > 1) {
                measures.add(ratio(quantity, reports.get(0).total(), column.leaves()));
            }
        }
        measures.add(new Measure<>(
                Column.text("others", "other operations").only(Format.JSON),
                report -> Facts.others(report.total().others())));
        return measures;
    }

    private static Measure<CostReport> ratio(Quantity quantity, Cost first, int leaves) {
        return new Measure<>(
                Column.number(quantity + "_ratio", "ratio")
                        .only(Format.TEXT, Format.MARKDOWN)
                        .leaving(leaves),
                report -> Cell.Ratio.of(quantity.of(report.total()), quantity.of(first)));
    }

    private static int leaves(Quantity quantity) {
        return switch (quantity) {
            case BUFFERS -> 1;
            case EFFECTIVE_MULTIPLY_ADDS -> 4;
            default -> 0;
        };
    }

    private static boolean haveNoBuffers(List<CostReport> reports) {
        return reports.stream().allMatch(report -> report.total().buffers() == 0);
    }
}
