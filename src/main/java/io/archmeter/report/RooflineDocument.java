package io.archmeter.report;

import io.archmeter.facts.Amount;
import io.archmeter.graph.DType;
import io.archmeter.graph.Value;
import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.HeaderField;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import io.archmeter.report.picture.Picture;
import io.archmeter.roofline.Device;
import io.archmeter.roofline.DeviceBounds;
import io.archmeter.roofline.Roofline;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What each layer of some models moves and computes, and the least time that this takes on a device. */
public final class RooflineDocument {
    /**
     * One model.
     *
     * @param bounds on a device, if one was named
     * @param pictures what can be looked at, for formats that draw
     */
    public record Entry(Roofline network, Optional<DeviceBounds> bounds, List<Picture> pictures) {
        public Entry {
            pictures = List.copyOf(pictures);
        }

        Optional<Device> device() {
            return bounds.map(DeviceBounds::device);
        }
    }

    private RooflineDocument() {}

    /** At least one model, all of them with the same batch, type and device. */
    public static Document of(List<Entry> models, RooflineOrder order) {
        List<Measure<Entry>> heading = heading(models.get(0));
        List<Measure<RooflineLine>> measures =
                RooflineColumns.of(models.get(0).bounds().isPresent());
        List<Section> sections = new ArrayList<>();
        for (Entry model : models) {
            sections.add(Section.of(Measure.row(heading, model), rows(measures, RooflineLine.ofLayers(model), order))
                    .with(Measure.row(measures, RooflineLine.total(model)))
                    .with(RooflineDetails.of(model, models.size() > 1)));
        }
        Table table = new Table(
                "models", "layers", Table.Layout.GRID, Measure.columns(heading), Measure.columns(measures), sections);
        Document document = new Document("roofline", 1, title(models), about(models), table, RooflineNotes.of(models));
        return models.size() == 1
                ? document.with(models.get(0).pictures(), List.of()).beginning(RooflineTiles.of(models.get(0)))
                : document;
    }

    private static List<Row> rows(List<Measure<RooflineLine>> measures, List<RooflineLine> lines, RooflineOrder order) {
        List<Row> rows = new ArrayList<>(Measure.rows(measures, order.shown(lines)));
        List<RooflineLine> less = order.less(lines);
        if (!less.isEmpty()) {
            String name = "(" + less.size() + " more " + (less.size() == 1 ? "layer)" : "layers)");
            // A program that adds up or joins the rows of a table takes each of them for a layer.
            rows.add(Measure.row(measures, RooflineLine.together(name, less)).except(Audience.TABLES));
        }
        return rows;
    }

    private static String title(List<Entry> models) {
        Roofline first = models.get(0).network();
        String on = models.get(0).device().map(device -> " on " + device.name()).orElse("");
        return models.size() == 1
                ? "roofline of " + first.model() + on + (first.title().isEmpty() ? "" : ": " + first.title())
                : "rooflines of " + models.size() + " models" + on;
    }

    private static List<HeaderField> about(List<Entry> models) {
        Entry first = models.get(0);
        List<HeaderField> about = new ArrayList<>();
        about.add(HeaderField.above(
                "batch", "batch", Facts.batch(first.network().inputs().get(0).shape())));
        about.add(HeaderField.above(
                "dtype", "dtype", new Cell.Text(first.network().type().toString())));
        first.device()
                .ifPresent(device -> about.addAll(of(device, first.network().type())));
        about.addAll(Facts.unknown(origins(models)));
        return about;
    }

    private static List<HeaderField> of(Device device, DType type) {
        List<HeaderField> facts = new ArrayList<>();
        facts.add(HeaderField.above("device", "device", new Cell.Text(device.name())));
        facts.add(HeaderField.above("bytes_per_second", "bytes per second", new Cell.Count(device.bandwidth())));
        if (device.peak(type).isPresent()) {
            long peak = device.peak(type).getAsLong();
            facts.add(HeaderField.above("operations_per_second", "operations per second", new Cell.Count(peak)));
            facts.add(HeaderField.above(
                    "ridge",
                    "ridge at operations per byte",
                    new Cell.Decimal(RooflineColumns.quotient(peak, device.bandwidth()))));
        }
        facts.add(HeaderField.of(
                "device_bytes",
                device.memory().isPresent() ? new Cell.Bytes(device.memory().getAsLong()) : Cell.EMPTY));
        facts.add(HeaderField.of("device_source", new Cell.Text(device.source())));
        return facts;
    }

    private static List<String> origins(List<Entry> models) {
        Set<String> origins = new LinkedHashSet<>();
        for (Entry model : models) {
            Roofline network = model.network();
            String before = models.size() == 1 ? "" : network.model() + " ";
            for (Amount amount : List.of(network.total().moved(), network.operations(), network.others())) {
                amount.origins().forEach(origin -> origins.add(before + origin));
            }
            model.bounds()
                    .ifPresent(bounds -> bounds.unknownTypes()
                            .forEach(type -> origins.add("operations in " + type + ", of which "
                                    + bounds.device().name() + " has no figure")));
        }
        return List.copyOf(origins);
    }

    private static List<Measure<Entry>> heading(Entry first) {
        List<Measure<Entry>> heading = new ArrayList<>();
        heading.add(new Measure<>(
                Column.name("model", ""), model -> new Cell.Text(model.network().model())));
        heading.add(forPrograms("title", model -> new Cell.Text(model.network().title())));
        heading.add(new Measure<>(
                Column.text("input", "on").except(Audience.TABLES),
                model -> Facts.inputs(
                        model.network().inputs().stream().map(Value::shape).toList())));
        heading.add(forPrograms("fused", RooflineDetails::fused));
        heading.add(forPrograms("lookups", model -> RooflineDetails.lookups(model.network())));
        if (first.bounds().isPresent()) {
            heading.add(forPrograms(
                    "layer_by_layer_picoseconds",
                    model -> RooflineColumns.time(model.bounds().orElseThrow().layerByLayer())));
            heading.add(forPrograms(
                    "needed_bytes", model -> MetricCells.bytes(model.network().needs())));
            heading.add(forPrograms(
                    "fits",
                    model -> model.bounds()
                            .flatMap(DeviceBounds::fits)
                            .<Cell>map(fits -> new Cell.Flag(fits, fits ? "fits" : "does not fit"))
                            .orElse(Cell.EMPTY)));
        }
        return heading;
    }

    /** People find the same below the layers. */
    private static Measure<Entry> forPrograms(String key, Function<Entry, Cell> cell) {
        return new Measure<>(Column.text(key, "").only(Audience.PROGRAMS), cell);
    }
}
