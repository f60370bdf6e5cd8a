package io.archmeter.snapshot.file;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.json.JsonLayout;
import io.archmeter.json.JsonValues;
import io.archmeter.metric.Metric;
import io.archmeter.snapshot.InputSnapshot;
import io.archmeter.snapshot.LayerSnapshot;
import io.archmeter.snapshot.Settings;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.value.PlainValue;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JsonGenerator;

/** Writes a baseline as {@link Baseline} describes it. */
final class BaselineWriter {
    static final int VERSION = 2;

    static final List<String> DOCUMENT = List.of("archmeter", "models");
    static final List<String> MODEL =
            List.of("model", "settings", RecordedInputs.ONE, RecordedInputs.SEVERAL, "totals", "layers");
    static final List<String> SETTINGS = List.of("batch", "input", "dtype", "training", "optimizer", "set");
    static final List<String> TOTALS =
            Metric.recorded().stream().map(Metric::toString).toList();

    /** All figures that a layer can have, but the number of layers, which is one. */
    static final List<Metric> METRICS_OF_LAYERS = Metric.recorded().stream()
            .filter(metric -> metric.together() != Metric.Together.WHOLE && metric != Metric.LAYERS)
            .toList();

    static final List<String> LAYER = keysOfLayers();

    /** A layer is an element of an array in a model, which is an element of an array in the document: a line for each of them. */
    private static final JsonLayout LAYOUT = JsonLayout.ofLines(4);

    private final JsonGenerator json;

    private BaselineWriter(JsonGenerator json) {
        this.json = json;
    }

    private static List<String> keysOfLayers() {
        List<String> keys = new ArrayList<>(List.of("layer", "operator", "attributes", "inputs", "output"));
        METRICS_OF_LAYERS.forEach(metric -> keys.add(metric.toString()));
        return List.copyOf(keys);
    }

    static void write(Baseline baseline, Writer out) throws IOException {
        LAYOUT.write(out, json -> new BaselineWriter(json).write(baseline));
    }

    private void write(Baseline baseline) {
        json.writeStartObject();
        json.writeObjectPropertyStart("archmeter");
        json.writeStringProperty("document", Baseline.KIND);
        json.writeNumberProperty("version", VERSION);
        json.writeEndObject();
        json.writeArrayPropertyStart("models");
        baseline.snapshots().forEach(this::write);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(Snapshot snapshot) {
        json.writeStartObject();
        json.writeStringProperty("model", snapshot.model());
        if (!snapshot.settings().equals(Settings.DEFAULT)) {
            write(snapshot.settings());
        }
        writeInputs(snapshot);
        json.writeObjectPropertyStart("totals");
        for (Metric metric : Metric.recorded()) {
            write(metric, snapshot.total(metric));
        }
        json.writeEndObject();
        json.writeArrayPropertyStart("layers");
        Shape above = snapshot.input();
        for (LayerSnapshot layer : snapshot.layers()) {
            write(layer, above, snapshot.settings().dtype());
            above = layer.output();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeInputs(Snapshot snapshot) {
        if (snapshot.inputs().size() == 1) {
            json.writeStringProperty(RecordedInputs.ONE, snapshot.input().toString());
            return;
        }
        DType network = snapshot.settings().dtype();
        json.writeObjectPropertyStart(RecordedInputs.SEVERAL);
        for (InputSnapshot input : snapshot.inputs()) {
            String name = input.name().orElseThrow();
            Optional<DType> own = input.type().filter(type -> type != network);
            if (own.isEmpty()) {
                json.writeStringProperty(name, input.shape().toString());
            } else {
                json.writeObjectPropertyStart(name);
                json.writeStringProperty(RecordedInputs.SHAPE, input.shape().toString());
                json.writeStringProperty(RecordedInputs.TYPE, own.get().toString());
                json.writeEndObject();
            }
        }
        json.writeEndObject();
    }

    private void write(Settings settings) {
        Settings usual = Settings.DEFAULT;
        json.writeObjectPropertyStart("settings");
        if (settings.batch() != usual.batch()) {
            json.writeNumberProperty("batch", settings.batch());
        }
        settings.input().ifPresent(sample -> json.writeStringProperty("input", sample.toString()));
        if (settings.dtype() != usual.dtype()) {
            json.writeStringProperty("dtype", settings.dtype().toString());
        }
        if (settings.training() != usual.training()) {
            json.writeBooleanProperty("training", settings.training());
        }
        if (settings.optimizer() != usual.optimizer()) {
            json.writeStringProperty("optimizer", settings.optimizer().toString());
        }
        write("set", settings.set());
        json.writeEndObject();
    }

    /** @param above what the line above puts out; of the first layer, what the network is given */
    private void write(LayerSnapshot layer, Shape above, DType type) {
        json.writeStartObject();
        json.writeStringProperty("layer", layer.name());
        json.writeStringProperty("operator", layer.operator());
        writeAttributes(layer.attributes());
        if (!layer.inputs().equals(List.of(above))) {
            json.writeArrayPropertyStart("inputs");
            layer.inputs().forEach(input -> json.writeString(input.toString()));
            json.writeEndArray();
        }
        if (layer.inputs().isEmpty() || !layer.output().equals(layer.inputs().get(0))) {
            json.writeStringProperty("output", layer.output().toString());
        }
        for (Metric metric : METRICS_OF_LAYERS) {
            OptionalLong value = layer.of(metric);
            if (!value.equals(DerivedMembers.value(metric, layer.output(), type, layer.figures()))) {
                write(metric, value);
            }
        }
        json.writeEndObject();
    }

    private void writeAttributes(Map<String, PlainValue> attributes) {
        if (attributes.isEmpty()) {
            return;
        }
        json.writeObjectPropertyStart("attributes");
        attributes.forEach((name, value) -> {
            json.writeName(name);
            JsonValues.write(value, json);
        });
        json.writeEndObject();
    }

    private void write(Metric metric, OptionalLong value) {
        json.writeName(metric.toString());
        if (value.isPresent()) {
            json.writeNumber(value.getAsLong());
        } else {
            json.writeNull();
        }
    }

    private void write(String name, Map<String, String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        json.writeObjectPropertyStart(name);
        texts.forEach(json::writeStringProperty);
        json.writeEndObject();
    }
}
