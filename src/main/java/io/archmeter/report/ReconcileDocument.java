package io.archmeter.report;

import io.archmeter.convention.reconcile.Reconciliation;
import io.archmeter.convention.reconcile.ReconcilingTerm;
import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.HeaderField;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.Table;
import io.archmeter.report.text.Readable;
import java.util.ArrayList;
import java.util.List;

/** From one total to another, term by term. */
public final class ReconcileDocument {
    /** A line of the sum: a total, or a term. */
    private record Line(
            String sign,
            long amount,
            String term,
            String before,
            String after,
            List<String> operators,
            List<String> layers) {
        static Line total(String sign, long amount, String name) {
            return new Line(sign, amount, name, "", "", List.of(), List.of());
        }

        static Line of(ReconcilingTerm term) {
            return new Line(
                    term.amount() < 0 ? "−" : "+",
                    term.amount(),
                    term.name(),
                    term.before(),
                    term.after(),
                    term.operators(),
                    term.layers());
        }

        /** The price as people read it: {@code 4 * input instead of 2 * input}. */
        String formula() {
            return before.isEmpty() || after.isEmpty() ? after + before : after + " instead of " + before;
        }
    }

    private static final int SHOWN = 2;

    private ReconcileDocument() {}

    /**
     * One reconciliation.
     *
     * @param from the name of what it begins with
     * @param to the name of what comes out
     */
    public static Document of(String model, String from, Reconciliation reconciliation, String to) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.total("", reconciliation.from(), from));
        reconciliation.terms().forEach(term -> lines.add(Line.of(term)));
        lines.add(Line.total("=", reconciliation.to(), to));
        List<Measure<Line>> measures = List.of(
                new Measure<>(Column.text("sign", "").only(Audience.PEOPLE), line -> new Cell.Text(line.sign())),
                new Measure<>(
                        Column.number("magnitude", "amount").only(Audience.PEOPLE),
                        line -> new Cell.ExactCount(Math.abs(line.amount()))),
                new Measure<>(
                        Column.number("amount", "amount").except(Audience.PEOPLE),
                        line -> new Cell.ExactCount(line.amount())),
                new Measure<>(Column.text("term", "term"), line -> new Cell.Text(line.term())),
                new Measure<>(Column.text("formula", "formula").leaving(1), line -> new Cell.Text(line.formula())),
                new Measure<>(Column.text("operators", "operators").leaving(2), line -> Facts.names(line.operators())),
                new Measure<>(
                        Column.number("layer_count", "layers"),
                        line -> line.layers().isEmpty()
                                ? Cell.EMPTY
                                : new Cell.Count(line.layers().size())),
                new Measure<>(
                        Column.text("which", "which").only(Audience.PEOPLE).leaving(3), line -> first(line.layers())),
                new Measure<>(
                        Column.text("layers", "layers").except(Audience.PEOPLE), line -> Facts.names(line.layers())));
        List<HeaderField> about = List.of(
                HeaderField.of("model", new Cell.Text(model)),
                HeaderField.of("from", new Cell.Text(from)),
                HeaderField.of("to", new Cell.Text(to)));
        Document document = new Document(
                "reconcile",
                1,
                model + ": from " + from + " to " + to,
                about,
                Table.of("terms", Measure.columns(measures), Measure.rows(measures, lines)),
                List.of());
        return document.noting(sentence(lines));
    }

    /** The first of them: all would not fit a line. */
    private static Cell first(List<String> layers) {
        return layers.size() <= SHOWN
                ? Facts.names(layers)
                : new Cell.Text(String.join(", ", layers.subList(0, SHOWN)) + " …");
    }

    /** The whole sum in a sentence that can be copied: {@code 4,089,184,256 multiply_adds + … = fvcore 4,111,512,576}. */
    private static String sentence(List<Line> lines) {
        StringBuilder sentence = new StringBuilder();
        for (Line line : lines) {
            String amount = Readable.exact(Math.abs(line.amount()));
            switch (line.sign()) {
                case "" -> sentence.append(amount).append(' ').append(line.term());
                case "=" ->
                    sentence.append(" = ").append(line.term()).append(' ').append(amount);
                default ->
                    sentence.append(' ')
                            .append(line.sign())
                            .append(' ')
                            .append(line.term())
                            .append(' ')
                            .append(amount);
            }
        }
        return sentence.toString();
    }
}
