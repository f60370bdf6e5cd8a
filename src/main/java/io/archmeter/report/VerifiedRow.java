package io.archmeter.report;

import io.archmeter.metric.Metric;
import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.MetricCells;
import io.archmeter.verify.LayerVerification;
import io.archmeter.verify.Totals;
import io.archmeter.verify.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a verification shows of a layer, or of all of them. */
record VerifiedRow(
        Cell layer,
        Cell layers,
        Cell operator,
        PredictedObservedCell output,
        PredictedObservedCell storage,
        PredictedObservedCell weights,
        Cell drawnWeights,
        PredictedObservedCell multiplyAdds,
        PredictedObservedCell effectiveMultiplyAdds,
        Cell paddedTaps,
        Cell multiplications,
        PredictedObservedCell outputBytes,
        PredictedObservedCell heldBytes,
        Cell equal,
        Cell computed) {

    private static final Measure<VerifiedRow> MULTIPLICATIONS =
            new Measure<>(Column.summed("multiplications", "multiplied"), VerifiedRow::multiplications);

    private static final Measure<VerifiedRow> LAYERS =
            new Measure<>(Column.text("layers", "").only(Audience.PROGRAMS), VerifiedRow::layers);

    private static final Measure<VerifiedRow> DRAWN_WEIGHTS =
            new Measure<>(sumForPrograms("drawn_weights"), VerifiedRow::drawnWeights);

    private static final Measure<VerifiedRow> COMPUTED = new Measure<>(forPrograms("computed"), VerifiedRow::computed);

    private static final List<Measure<VerifiedRow>> MEASURES = List.of(
            new Measure<>(Column.name("layer", "layer"), VerifiedRow::layer),
            new Measure<>(Column.text("operator", "operator").leaving(1), VerifiedRow::operator),
            new Measure<>(Column.number("output", "output"), row -> row.output().compared()),
            new Measure<>(forPrograms("observed_output"), row -> row.output().observed()),
            new Measure<>(forPrograms("storage"), row -> row.storage().predicted()),
            new Measure<>(forPrograms("observed_storage"), row -> row.storage().observed()),
            new Measure<>(
                    Column.summed("weights", "weights"), row -> row.weights().compared()),
            new Measure<>(
                    sumForPrograms("observed_weights"), row -> row.weights().observed()),
            new Measure<>(
                    MetricCells.column(Metric.MULTIPLY_ADDS),
                    row -> row.multiplyAdds().compared()),
            new Measure<>(
                    sumForPrograms(Metric.EFFECTIVE_MULTIPLY_ADDS.toString()),
                    row -> row.effectiveMultiplyAdds().predicted()),
            new Measure<>(
                    Column.summed("executed_multiply_adds", "executed").leaving(2),
                    row -> row.effectiveMultiplyAdds().observed()),
            new Measure<>(Column.summed("padded_taps", "+ padded").leaving(2), VerifiedRow::paddedTaps),
            new Measure<>(
                    forPrograms(Metric.OUTPUT_BYTES.toString()),
                    row -> row.outputBytes().predicted()),
            new Measure<>(
                    forPrograms("observed_output_bytes"),
                    row -> row.outputBytes().observed()),
            new Measure<>(
                    Column.number("held_bytes", "bytes held"),
                    row -> row.heldBytes().compared()),
            new Measure<>(
                    forPrograms("observed_held_bytes"), row -> row.heldBytes().observed()),
            new Measure<>(forPrograms("equal"), VerifiedRow::equal));

    /**
     * What is shown.
     *
     * @param declares whether there are layers that nothing computes, which needs a column of its own
     * @param fast whether fewer multiplications may have been done than the definitions say, and layers may have run as one, which
     *     needs columns of their own
     * @param fromFile whether there are weights that were not drawn, which needs a column of its own
     */
    static List<Measure<VerifiedRow>> measures(boolean declares, boolean fast, boolean fromFile) {
        List<Measure<VerifiedRow>> measures = new ArrayList<>(MEASURES);
        if (declares) {
            measures.add(COMPUTED);
        }
        if (fast) {
            measures.add(MULTIPLICATIONS);
            measures.add(LAYERS);
        }
        if (fromFile) {
            measures.add(DRAWN_WEIGHTS);
        }
        return measures;
    }

    static VerifiedRow of(LayerVerification layer) {
        return new VerifiedRow(
                new Cell.Text(layer.layer()),
                new Cell.Items(layer.layers().stream().<Cell>map(Cell.Text::new).toList()),
                new Cell.Text(layer.operator()),
                PredictedObservedCell.shapes(layer.output()),
                PredictedObservedCell.words(layer.storage()),
                PredictedObservedCell.counts(layer.weights()),
                count(layer.drawnWeights()),
                PredictedObservedCell.counts(layer.multiplyAdds()),
                PredictedObservedCell.counts(layer.effectiveMultiplyAdds()),
                count(layer.paddedTaps()),
                count(layer.multiplications()),
                PredictedObservedCell.counts(layer.outputBytes()),
                PredictedObservedCell.counts(layer.heldBytes()),
                layer.computed() && (layer.equal() || layer.differs()) ? new Cell.Flag(layer.equal(), "") : Cell.EMPTY,
                new Cell.Flag(layer.computed(), ""));
    }

    /** Their sums, and the peak of what they hold. */
    static VerifiedRow of(Verification model) {
        Totals totals = model.totals();
        return new VerifiedRow(
                new Cell.Text("total"),
                Cell.EMPTY,
                Cell.EMPTY,
                PredictedObservedCell.NOTHING,
                PredictedObservedCell.NOTHING,
                PredictedObservedCell.counts(totals.weights()),
                new Cell.ExactCount(model.weights().drawnElements()),
                PredictedObservedCell.counts(totals.multiplyAdds()),
                PredictedObservedCell.counts(totals.effectiveMultiplyAdds()),
                count(totals.paddedTaps()),
                count(totals.multiplications()),
                PredictedObservedCell.NOTHING,
                PredictedObservedCell.counts(totals.peakBytes()),
                Cell.EMPTY,
                Cell.EMPTY);
    }

    private static Column forPrograms(String key) {
        return Column.text(key, "").except(Audience.PEOPLE);
    }

    private static Column sumForPrograms(String key) {
        return Column.summed(key, "").except(Audience.PEOPLE);
    }

    private static Cell count(Optional<Long> count) {
        return count.<Cell>map(Cell.ExactCount::new).orElse(Cell.EMPTY);
    }
}
