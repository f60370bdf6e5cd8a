package io.archmeter.report;

import io.archmeter.analysis.BatchLimit;
import io.archmeter.analysis.MemoryReport;
import io.archmeter.facts.Amount;
import io.archmeter.metric.MeasuredNetwork;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.HeaderField;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.Note;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import io.archmeter.report.picture.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What models need of memory, each metric by the name of its definition. */
public final class MemoryDocument {
    private static final Note INFERENCE_NOTE =
            Note.of("inference: without auxiliary heads; where a layer can write over its input, it does");

    private static final Note TRAINING_NOTE = Note.of(
            "training: with auxiliary heads, as PyTorch on a CPU; not counted are scratch memory of kernels and of the"
                    + " optimizer, and what an allocator rounds up");

    /**
     * One model.
     *
     * @param limit what fits into a memory, if one was named
     * @param pictures what can be looked at, for formats that draw
     */
    public record Entry(MemoryReport memory, Optional<BatchLimit> limit, List<Picture> pictures) {
        public Entry {
            pictures = List.copyOf(pictures);
        }

        /** One without pictures. */
        public Entry(MemoryReport memory, Optional<BatchLimit> limit) {
            this(memory, limit, List.of());
        }
    }

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
                                    line -> rows.add(Measure.row(measures, line).only(Audience.TABLES))));
            sections.add(Section.of(Measure.row(heading, model), rows).with(MemoryDetails.of(model)));
        }
        Table table = new Table(
                "models", "figures", Table.Layout.GRID, Measure.columns(heading), Measure.columns(measures), sections);
        List<Note> notes = new ArrayList<>(List.of(INFERENCE_NOTE, trainingNote(models.get(0))));
        notes.addAll(others ? otherNotes() : List.of());
        return new Document("memory", 1, title(models), about(models), table, notes);
    }

    /** How the figures of other tools come about. */
    private static List<Note> otherNotes() {
        return Metric.ofMemory(true).stream()
                .filter(Metric::isOfOtherTools)
                .map(metric ->
                        Note.of(metric.header() + ": " + metric.explanation().orElseThrow()))
                .toList();
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

    private static List<HeaderField> about(List<Entry> models) {
        Entry first = models.get(0);
        List<HeaderField> about = new ArrayList<>();
        MemoryReport memory = first.memory();
        about.add(
                HeaderField.above("batch", "batch", Facts.batch(memory.inputs().get(0))));
        about.add(
                HeaderField.above("dtype", "dtype", new Cell.Text(memory.type().toString())));
        if (memory.training().isPresent()) {
            about.add(HeaderField.above(
                    "optimizer", "optimizer", new Cell.Text(memory.optimizer().toString())));
        }
        first.limit().ifPresent(limit -> about.add(HeaderField.above("limit", "limit", new Cell.Bytes(limit.bytes()))));
        List<String> origins = List.of();
        for (Entry model : models) {
            for (Amount figure : amounts(model.memory())) {
                origins = Amount.together(origins, figure.origins());
            }
        }
        about.addAll(Facts.unknown(origins));
        return about;
    }

    private static List<Amount> amounts(MemoryReport memory) {
        MeasuredNetwork measured = MeasuredNetwork.of(memory);
        return Metric.ofMemory(false).stream()
                .flatMap(metric -> metric.amount(measured).stream())
                .toList();
    }

    private static List<MemoryLine> figures(MemoryReport memory, boolean others) {
        MeasuredNetwork measured = MeasuredNetwork.of(memory);
        return Metric.ofMemory(others).stream()
                .map(metric -> MemoryLine.of(metric, measured))
                .toList();
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
                Column.text("input", "on").except(Audience.TABLES),
                model -> Facts.inputs(model.memory().inputs())));
        if (first.limit().isPresent()) {
            heading.add(forPrograms(
                    "largest_batch", model -> MemoryMembers.of(model.limit().orElseThrow())));
        }
        heading.add(forPrograms("peak", model -> Facts.peak(model.memory().inference())));
        heading.add(forPrograms(
                "training_peak",
                model -> model.memory().training().map(MemoryMembers::peak).orElse(Cell.EMPTY)));
        heading.add(forPrograms("live_bytes", model -> MemoryMembers.liveBytes(model.memory())));
        return heading;
    }

    /** People find the same below the figures. */
    private static Measure<Entry> forPrograms(String key, Function<Entry, Cell> cell) {
        return new Measure<>(Column.text(key, "").only(Audience.PROGRAMS), cell);
    }

    private static List<Measure<MemoryLine>> measures(boolean others, boolean limited) {
        List<Measure<MemoryLine>> measures = new ArrayList<>();
        measures.add(new Measure<>(Column.name("definition", "definition"), line -> new Cell.Text(line.name())));
        measures.add(new Measure<>(Column.number("bytes", "memory"), MemoryLine::bytes));
        if (others) {
            measures.add(new Measure<>(
                    Column.number("elements", "elements")
                            .except(Audience.TABLES)
                            .leaving(1),
                    MemoryLine::elements));
        }
        measures.add(new Measure<>(
                Column.text("meaning", "what it is").except(Audience.TABLES).leaving(2), MemoryLine::meaning));
        if (limited) {
            measures.add(new Measure<>(Column.number("batch", "").only(Audience.TABLES), MemoryLine::batch));
            measures.add(new Measure<>(Column.number("bytes_of_one_more", "").only(Audience.TABLES), MemoryLine::more));
        }
        return measures;
    }
}
