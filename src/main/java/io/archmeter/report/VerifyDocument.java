package io.archmeter.report;

import io.archmeter.graph.DType;
import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.HeaderField;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.Note;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import io.archmeter.report.document.Tone;
import io.archmeter.report.text.PlainText;
import io.archmeter.report.text.Readable;
import io.archmeter.verify.Comparison;
import io.archmeter.verify.LayerVerification;
import io.archmeter.verify.Verification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was predicted of models, beside what a forward pass showed. */
public final class VerifyDocument {
    private static final List<Note> NOTES = List.of(
            Note.of("=: observed exactly as predicted"),
            Note.of(
                    "weights: elements of parameters and buffers; observed: those that the layer made when it ran",
                    "weights"),
            Note.of("executed: the multiply-adds that the layer did", "executed_multiply_adds"),
            Note.of("+ padded: those on padding, which it left out", "padded_taps"),
            Note.of(
                    "bytes held: all tensors that are needed while the layer runs; of all layers together, the most",
                    "held_bytes"),
            Note.of(
                    "multiplied: the multiplications that were done; Winograd's algorithm needs fewer",
                    "multiplications"),
            Note.of(
                    "a + b: layers that ran as one, with what the first of them multiplies; the tensors between them were not there",
                    "multiplications"));

    private static final List<Measure<Verification>> HEADING = List.of(
            new Measure<>(Column.name("model", ""), model -> new Cell.Text(model.model())),
            new Measure<>(Column.text("title", "").only(Audience.PROGRAMS), model -> new Cell.Text(model.title())),
            new Measure<>(Column.text("input", "on").except(Audience.TABLES), model -> Facts.inputs(model.inputs())),
            new Measure<>(
                    Column.number("arena_bytes", "").only(Audience.PROGRAMS),
                    model -> arena(model).predicted()),
            new Measure<>(
                    Column.number("observed_arena_bytes", "").only(Audience.PROGRAMS),
                    model -> arena(model).observed()),
            new Measure<>(Column.text("equal", "").only(Audience.PROGRAMS), model -> new Cell.Flag(model.equal(), "")));

    private VerifyDocument() {}

    /** At least one verification, all of them of runs in the same way. */
    public static Document of(List<Verification> models) {
        return of(models, false);
    }

    /** @param verdictFirst whether the verdict of a model stands before what differs in it: a terminal shows what is last */
    static Document of(List<Verification> models, boolean verdictFirst) {
        List<Measure<Verification>> heading = heading(models);
        List<Measure<VerifiedRow>> measures = VerifiedRow.measures(
                models.stream().anyMatch(model -> !model.declared().isEmpty()),
                models.get(0).fast(),
                VerifiedWeights.areFromFile(models));
        List<Section> sections = new ArrayList<>();
        List<Detail.Remark> verdicts = new ArrayList<>();
        for (Verification model : models) {
            List<VerifiedRow> rows =
                    model.layers().stream().map(VerifiedRow::of).toList();
            sections.add(Section.of(Measure.row(heading, model), Measure.rows(measures, rows))
                    .with(Measure.row(measures, VerifiedRow.of(model))));
            Tone tone = model.equal() ? Tone.PLAIN : Tone.PROBLEM;
            List<String> verdict = verdict(model);
            Collections.rotate(verdict, verdictFirst ? 1 : 0);
            verdict.forEach(line -> verdicts.add(Detail.Remark.of(tone, line)));
            VerifiedWeights.line(model).ifPresent(line -> verdicts.add(Detail.Remark.of(line)));
            otherTypes(model).ifPresent(line -> verdicts.add(Detail.Remark.of(Tone.PROBLEM, line)));
            decided(model).forEach(line -> verdicts.add(Detail.Remark.of(Tone.PLAIN, line)));
            unproved(model).ifPresent(line -> verdicts.add(Detail.Remark.of(Tone.PROBLEM, line)));
        }
        Table table = new Table(
                "models", "layers", Table.Layout.GRID, Measure.columns(heading), Measure.columns(measures), sections);
        return new Document(
                "verify", 1, "predicted beside observed, layer by layer", about(models.get(0)), table, NOTES, verdicts);
    }

    private static List<HeaderField> about(Verification first) {
        return List.of(
                HeaderField.above("batch", "batch", Facts.batch(first.inputs().get(0))),
                HeaderField.above("dtype", "dtype", new Cell.Text(DType.FLOAT32.toString())),
                HeaderField.above("seed", "seed", new Cell.ExactCount(first.seed())));
    }

    private static List<Measure<Verification>> heading(List<Verification> models) {
        List<Measure<Verification>> heading = new ArrayList<>(HEADING);
        heading.addAll(VerifiedWeights.heading(models));
        if (models.stream().anyMatch(model -> !model.otherTypes().isEmpty())) {
            heading.add(new Measure<>(
                    Column.text("run_as_float32", "").only(Audience.PROGRAMS), VerifyDocument::typesOfOthers));
        }
        return heading;
    }

    private static Cell typesOfOthers(Verification model) {
        return new Cell.Members(model.otherTypes().stream()
                .map(value ->
                        new Cell.Member(value.name(), new Cell.Text(value.type().toString())))
                .toList());
    }

    private static PredictedObservedCell arena(Verification model) {
        return PredictedObservedCell.counts(model.totals().arenaBytes());
    }

    /** What came out: a line for each difference, and one for the model. */
    private static List<String> verdict(Verification model) {
        List<String> lines = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (LayerVerification layer : model.layers()) {
            for (Comparison<?> difference : layer.differences()) {
                lines.add(PlainText.of(layer.layer()) + ": " + difference);
            }
            if (layer.differs()) {
                names.add(PlainText.of(layer.layer()));
            }
        }
        model.totals().differences().forEach(difference -> lines.add("in total: " + difference));
        lines.add(PlainText.of(model.model()) + ": "
                + (model.equal()
                        ? fine(model)
                        : "predicted ≠ observed in " + (names.isEmpty() ? "total" : String.join(", ", names))));
        return lines;
    }

    /** The tensors whose bytes were not proved. */
    private static Optional<String> otherTypes(Verification model) {
        if (model.otherTypes().isEmpty()) {
            return Optional.empty();
        }
        String values = model.otherTypes().stream()
                .map(value -> PlainText.of(value.name()) + " (" + value.type() + ")")
                .collect(Collectors.joining(", "));
        return Optional.of(PlainText.of(model.model())
                + ": run as float32, so that no bytes of another type are proved: " + values);
    }

    /** The layers of which several counts were predicted. */
    private static List<String> decided(Verification model) {
        return model.layers().stream()
                .filter(layer -> layer.computed() && layer.decided())
                .map(layer -> PlainText.of(model.model()) + ": predicted of " + PlainText.of(layer.layer()) + " ("
                        + layer.operator() + ") are "
                        + layer.foreseen().stream().map(Readable::exact).collect(Collectors.joining(" or "))
                        + " multiply-adds, as its input decides")
                .toList();
    }

    /** The layers of which nothing was proved. */
    private static Optional<String> unproved(Verification model) {
        if (model.declared().isEmpty()) {
            return Optional.empty();
        }
        String layers = model.declared().stream()
                .map(layer -> PlainText.of(layer.layer()) + " (" + layer.operator() + ")")
                .collect(Collectors.joining(", "));
        return Optional.of(PlainText.of(model.model()) + ": declared, and not proved: " + layers
                + "; seeded numbers stood in for "
                + (model.declared().size() == 1 ? "its output" : "their outputs"));
    }

    private static String fine(Verification model) {
        List<LayerVerification> steps =
                model.layers().stream().filter(LayerVerification::computed).toList();
        int layers = steps.stream().mapToInt(step -> step.layers().size()).sum();
        return layers + (layers == 1 ? " layer" : " layers")
                + (steps.size() < layers ? " that ran as " + steps.size() : "") + " in an arena of "
                + Readable.exact(model.totals().arenaBytes().predicted()) + " bytes, predicted = observed"
                + (model.fast() ? "; output as by the definition" : "");
    }
}
