package io.archmeter.report;

import io.archmeter.analysis.BatchLimit;
import io.archmeter.analysis.MemoryReport;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Fact;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.Note;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What models need of memory, each figure by the name of its definition. */
public final class MemoryDocument {
    private static final Note INFERENCE_NOTE =
            Note.of("inference: without auxiliary heads; where a layer can write over its input, it does");

    private static final Note TRAINING_NOTE = Note.of(
            "training: with auxiliary heads, as PyTorch on a CPU; not counted are scratch memory of kernels and of the"
                    + " optimizer, and what an allocator rounds up");

    /** How other figures come about. */
    private static final List<Note> OTHER_NOTES = List.of(
            Note.of("outputs_each: the outputs of all layers added up, as analyze shows them"),
            Note.of("fvcore_activations: the outputs of convolutions and linear layers added up, without pools"),
            Note.of(
                    "outputs_with_pools: fvcore_activations and the outputs of pools; an adaptive pool that changes nothing is"
                            + " not counted"),
            Note.of("lecture_memory: outputs_with_pools and the input, as CS231n adds up its table of VGG-16"),
            Note.of(
                    "torchinfo_pass: twice the outputs of layers with parameters, which torchinfo calls \"forward/backward pass"
                            + " size\""));

    /** One model, and what fits into a memory if one was named. */
    public record Entry(MemoryReport memory, Optional<BatchLimit> limit) {}

    private MemoryDocument() {}

    /**
     * At least one model, all of them with the same batch, type, optimizer and limit.
     *
     * @param others whether to show the definitions of other tools as well
     */
    public static Document of(List<Entry> models, boolean others) {
        List<Measure<Entry>> heading = heading(models.get(0));
        List<Measure<MemoryLine>> measures =
                measures(others, models.get(0).limit().isPresent());
        List<Section> sections = new ArrayList<>();
        for (Entry model : models) {
            List<Row> rows = new ArrayList<>(Measure.rows(measures, figures(model.memory(), others)));
            model.limit()
                    .ifPresent(limit -> largestBatches(limit)
                            .forEach(
                                    line -> rows.add(Measure.row(measures, line).only(Format.CSV))));
            sections.add(Section.of(Measure.row(heading, model), rows).with(MemoryDetails.of(model)));
        }
        Table table = new Table(
                "models", "figures", Table.Layout.GRID, Measure.columns(heading), Measure.columns(measures), sections);
        List<Note> notes = new ArrayList<>(List.of(INFERENCE_NOTE, trainingNote(models.get(0))));
        notes.addAll(others ? OTHER_NOTES : List.of());
        return new Document("memory", 1, title(models), about(models.get(0)), table, notes);
    }

    private static Note trainingNote(Entry first) {
        return first.memory().training().isPresent()
                ? TRAINING_NOTE
                : Note.of("training: nothing can be trained in "
                        + first.memory().type() + ", which has no gradients; use a floating type");
    }

    private static String title(List<Entry> models) {
        MemoryReport first = models.get(0).memory();
        return models.size() == 1
                ? "memory of " + Facts.title(first.model(), first.title())
                : "memory of " + models.size() + " models";
    }

    private static List<Fact> about(Entry first) {
        List<Fact> about = new ArrayList<>();
        MemoryReport memory = first.memory();
        about.add(Fact.above(
                "batch", "batch", new Cell.Count(memory.inputs().get(0).batch())));
        about.add(Fact.above("dtype", "dtype", new Cell.Text(memory.type().toString())));
        if (memory.training().isPresent()) {
            about.add(Fact.above(
                    "optimizer", "optimizer", new Cell.Text(memory.optimizer().toString())));
        }
        first.limit().ifPresent(limit -> about.add(Fact.above("limit", "limit", new Cell.Bytes(limit.bytes()))));
        return about;
    }

    private static List<MemoryLine> figures(MemoryReport memory, boolean others) {
        return (others ? Definition.ALL : Definition.USUAL)
                .stream().map(definition -> MemoryLine.of(definition, memory)).toList();
    }

    /** People find the same below the figures, and JSON has it in the heading. */
    private static List<MemoryLine> largestBatches(BatchLimit limit) {
        List<MemoryLine> lines = new ArrayList<>();
        lines.add(MemoryLine.of("inference", limit.inference()));
        limit.training().ifPresent(training -> lines.add(MemoryLine.of("training", training)));
        return lines;
    }

    private static List<Measure<Entry>> heading(Entry first) {
        List<Measure<Entry>> heading = new ArrayList<>();
        heading.add(new Measure<>(
                Column.name("model", ""), model -> new Cell.Text(model.memory().model())));
        heading.add(forPrograms("title", model -> new Cell.Text(model.memory().title())));
        heading.add(new Measure<>(
                Column.text("input", "on").except(Format.CSV),
                model -> Facts.inputs(model.memory().inputs())));
        if (first.limit().isPresent()) {
            heading.add(forPrograms(
                    "largest_batch", model -> MemoryMembers.of(model.limit().orElseThrow())));
        }
        heading.add(forPrograms(
                "peak", model -> new Cell.PeakMemory(model.memory().inference().peak())));
        heading.add(forPrograms(
                "training_peak",
                model -> model.memory().training().map(MemoryMembers::peak).orElse(Cell.EMPTY)));
        heading.add(forPrograms("live_bytes", model -> MemoryMembers.liveBytes(model.memory())));
        return heading;
    }

    /** People find the same below the figures. */
    private static Measure<Entry> forPrograms(String key, Function<Entry, Cell> cell) {
        return new Measure<>(Column.text(key, "").only(Format.JSON), cell);
    }

    private static List<Measure<MemoryLine>> measures(boolean others, boolean limited) {
        List<Measure<MemoryLine>> measures = new ArrayList<>();
        measures.add(new Measure<>(Column.name("definition", "definition"), line -> new Cell.Text(line.name())));
        measures.add(new Measure<>(Column.number("bytes", "memory"), MemoryLine::bytes));
        if (others) {
            measures.add(new Measure<>(
                    Column.number("elements", "elements").except(Format.CSV).leaving(1), MemoryLine::elements));
        }
        measures.add(new Measure<>(
                Column.text("meaning", "what it is").except(Format.CSV).leaving(2), MemoryLine::meaning));
        if (limited) {
            measures.add(new Measure<>(Column.number("batch", "").only(Format.CSV), MemoryLine::batch));
            measures.add(new Measure<>(Column.number("bytes_of_one_more", "").only(Format.CSV), MemoryLine::more));
        }
        return measures;
    }
}
