package io.archmeter.report;

import io.archmeter.graph.DType;
import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.HeaderField;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.Note;
import io.archmeter.report.document.Table;
import io.archmeter.roofline.Device;
import java.util.ArrayList;
import java.util.List;

/** The devices that there are, or the figures of one. */
public final class DevicesDocument {
    /** Operations per second in one type. */
    private record Peak(DType type, long operations, long bandwidth) {}

    private DevicesDocument() {}

    /** Several, a line each. */
    public static Document of(List<Device> devices) {
        List<Measure<Device>> measures = new ArrayList<>();
        measures.add(new Measure<>(Column.name("device", "device"), each -> new Cell.Text(each.name())));
        measures.add(new Measure<>(Column.number("memory_bytes", "memory"), DevicesDocument::memory));
        measures.add(
                new Measure<>(Column.number("bytes_per_second", "bytes/s"), each -> new Cell.Count(each.bandwidth())));
        for (DType type : DType.OF_NETWORKS) {
            if (devices.stream().anyMatch(each -> each.peak(type).isPresent())) {
                measures.add(new Measure<>(
                        Column.number(type + "_operations_per_second", type.toString())
                                .leaving(leaves(type)),
                        each -> peak(each, type)));
            }
        }
        measures.add(new Measure<>(Column.phrase("title", "title").leaving(4), each -> text(each.title())));
        measures.add(
                new Measure<>(Column.phrase("source", "source").except(Audience.PEOPLE), each -> text(each.source())));
        List<Note> notes = List.of(
                Note.of("below types: operations per second, as vendors say, without sparsity; a multiply-add is two"),
                Note.of("'archmeter devices NAME' shows where its figures stand", "device"));
        return new Document(
                "devices",
                1,
                "devices that --device knows by name",
                List.of(),
                Table.of("devices", Measure.columns(measures), Measure.rows(measures, devices)),
                notes);
    }

    /** Types of which fewer people ask leave a narrow table first. */
    private static int leaves(DType type) {
        return switch (type) {
            case FLOAT32, FLOAT16 -> 0;
            case BFLOAT16, INT8 -> 3;
            case FLOAT64 -> 2;
            default -> 1;
        };
    }

    /** What one can do in each type. */
    public static Document of(Device device) {
        List<Peak> peaks = new ArrayList<>();
        device.operations().forEach((type, operations) -> peaks.add(new Peak(type, operations, device.bandwidth())));
        List<Measure<Peak>> measures = List.of(
                new Measure<>(
                        Column.name("dtype", "dtype"),
                        each -> new Cell.Text(each.type().toString())),
                new Measure<>(
                        Column.number("operations_per_second", "operations/s"),
                        each -> new Cell.Count(each.operations())),
                new Measure<>(
                        Column.number("ridge", "ridge"),
                        each -> new Cell.Decimal(RooflineColumns.quotient(each.operations(), each.bandwidth()))));
        List<HeaderField> about = List.of(
                HeaderField.of("device", new Cell.Text(device.name())),
                HeaderField.of("title", text(device.title())),
                HeaderField.above("memory_bytes", "memory", memory(device)),
                HeaderField.above("bytes_per_second", "bytes/s", new Cell.Count(device.bandwidth())),
                HeaderField.below("source", "source:", text(device.source())));
        List<Note> notes = new ArrayList<>(Facts.said(device.notes()));
        notes.add(Note.of(
                "ridge: operations per byte from which on a layer is bound by compute, and not by memory", "ridge"));
        return new Document(
                "device",
                1,
                Facts.title(device.name(), device.title()),
                about,
                Table.of("peaks", Measure.columns(measures), Measure.rows(measures, peaks)),
                notes);
    }

    private static Cell memory(Device device) {
        return device.memory().isPresent() ? new Cell.Bytes(device.memory().getAsLong()) : Cell.EMPTY;
    }

    private static Cell peak(Device device, DType type) {
        return device.peak(type).isPresent() ? new Cell.Count(device.peak(type).getAsLong()) : Cell.EMPTY;
    }

    private static Cell text(String text) {
        return text.isEmpty() ? Cell.EMPTY : new Cell.Text(text);
    }
}
