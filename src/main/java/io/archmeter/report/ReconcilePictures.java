package io.archmeter.report;

import io.archmeter.convention.reconcile.Reconciliation;
import io.archmeter.convention.reconcile.ReconcilingTerm;
import io.archmeter.report.picture.Picture;
import io.archmeter.report.picture.Waterfall;
import io.archmeter.report.text.PlainText;
import io.archmeter.report.text.Readable;
import java.util.List;

/** Why two totals differ, to look at. */
public final class ReconcilePictures {
    private ReconcilePictures() {}

    /**
     * One, from total to total.
     *
     * @param from the name of what it begins with
     * @param to the name of what comes out
     */
    public static List<Picture> of(String model, String from, Reconciliation reconciliation, String to) {
        String begin = PlainText.of(from);
        String end = PlainText.of(to);
        long whole = reconciliation.from();
        return List.of(new Waterfall(
                "terms",
                "from " + begin + " to " + end + ", term by term",
                "Of " + PlainText.of(model) + ", " + begin + " counts " + Readable.exact(whole) + ", " + end + " "
                        + Readable.exact(reconciliation.to()) + ": "
                        + terms(reconciliation.terms().size()) + " between them",
                new Waterfall.Step(begin, "", whole, Readable.exact(whole), ""),
                reconciliation.terms().stream().map(term -> step(term, whole)).toList(),
                new Waterfall.Step(
                        end,
                        "",
                        reconciliation.to(),
                        Readable.exact(reconciliation.to()),
                        share(Math.subtractExact(reconciliation.to(), whole), whole))));
    }

    private static String terms(int count) {
        return count == 1 ? "1 term" : count + " terms";
    }

    private static Waterfall.Step step(ReconcilingTerm term, long whole) {
        int layers = term.layers().size();
        String detail = layers == 0
                ? ""
                : layers + (layers == 1 ? " layer: " : " layers: ") + String.join(", ", term.operators());
        return new Waterfall.Step(
                PlainText.of(term.name()),
                PlainText.of(detail),
                term.amount(),
                sign(term.amount()) + Readable.exact(Math.abs(term.amount())),
                share(term.amount(), whole));
    }

    private static String share(long amount, long whole) {
        if (whole == 0 || amount == 0) {
            return "";
        }
        String percent = Readable.percent(Math.abs(amount), whole);
        return percent.equals("0.0%") ? "under 0.1%" : sign(amount) + percent;
    }

    private static String sign(long amount) {
        return amount < 0 ? "−" : "+";
    }
}
