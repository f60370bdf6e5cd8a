package io.archmeter.report;

import io.archmeter.facts.Amount;
import io.archmeter.memory.MemoryPlan;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.Note;
import io.archmeter.report.document.Table;
import io.archmeter.training.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The bytes that models hold at each step, a row for each: for spreadsheets, which draw them. */
public final class MemorySteps {
    /**
     * One step.
     *
     * @param run inference, or a phase of an iteration of training
     * @param number of the step in that; forward the input is the first, with 0
     */
    private record Line(String model, String run, int number, Cell bytes) {}

    private static final List<Measure<Line>> MEASURES = List.of(
            new Measure<>(Column.name("model", "model"), line -> new Cell.Text(line.model())),
            new Measure<>(Column.text("run", "run"), line -> new Cell.Text(line.run())),
            new Measure<>(Column.number("step", "step"), line -> new Cell.ExactCount(line.number())),
            new Measure<>(Column.number("live_bytes", "memory"), Line::bytes));

    private MemorySteps() {}

    /** Those of the models of a {@link MemoryDocument}. */
    public static Document of(List<MemoryDocument.Entry> models) {
        List<Line> lines = new ArrayList<>();
        for (MemoryDocument.Entry entry : models) {
            String model = entry.memory().model();
            MemoryPlan plan = entry.memory().inference();
            add(model, "inference", plan.steps(), MemoryMembers.inference(plan), plan.most(), lines);
            entry.memory().training().ifPresent(training -> {
                for (Step.Phase phase : Step.Phase.values()) {
                    List<Long> bytes = training.liveBytes().get(phase);
                    List<Integer> numbers =
                            IntStream.range(0, bytes.size()).boxed().toList();
                    add(model, phase.toString(), numbers, bytes, training.most(), lines);
                }
            });
        }
        Table table = Table.of("steps", Measure.columns(MEASURES), Measure.rows(MEASURES, lines));
        List<Note> notes = List.of(Note.of(
                "live_bytes: what is held at a step; step 0 of inference, and of training forward, is the input, and those after it are layers",
                "live_bytes"));
        return new Document("memory", 1, "what is held at each step", List.of(), table, notes);
    }

    /** @param most of all steps; where that is not known in full, no step is */
    private static void add(
            String model, String run, List<Integer> numbers, List<Long> bytes, Amount most, List<Line> lines) {
        for (int step = 0; step < bytes.size(); step++) {
            Cell known = new Cell.Bytes(bytes.get(step));
            Cell cell = most.isExact() ? known : new Cell.AtLeast(known, false);
            lines.add(new Line(model, run, numbers.get(step), cell));
        }
    }
}
