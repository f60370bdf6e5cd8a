package io.archmeter.onnx.network;

import io.archmeter.onnx.file.ModelMessage;
import io.archmeter.onnx.infer.InferredModel;
import io.archmeter.onnx.infer.OpenExtent;
import io.archmeter.onnx.model.OnnxModel;
import io.archmeter.onnx.model.OnnxModelReader;
import io.archmeter.problem.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of a file beside the figures: where it comes from, what it left open, and what is unusual about it. */
final class Origins {
    /** Nobody reads more names in a line. */
    private static final int MOST_NAMES = 5;

    private Origins() {}

    /** One line: {@code ONNX, opset 17, IR 8, by pytorch 2.1}. */
    static String title(OnnxModel model) {
        ModelMessage message = model.message();
        String producer = Visible.of((message.producer() + " " + message.producerVersion()).strip());
        return "ONNX, opset " + OnnxModelReader.opset(message)
                + (message.irVersion() > 0 ? ", IR " + message.irVersion() : "")
                + (producer.isEmpty() ? "" : ", by " + producer);
    }

    /** @param fused what layers are made of that are several nodes */
    static List<String> notes(InferredModel model, int arithmetic, String fused) {
        List<String> notes = new ArrayList<>();
        String bound = model.open().stream()
                .filter(extent -> extent.extent().isPresent())
                .map(Origins::bound)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!bound.isEmpty()) {
            notes.add("the file leaves open: " + bound);
        }
        if (arithmetic > 0) {
            notes.add("shape arithmetic: " + arithmetic + (arithmetic == 1 ? " node" : " nodes")
                    + ", which only make shapes, and are no layers");
        }
        if (!fused.isEmpty()) {
            notes.add("put together: " + fused + "; --all-nodes shows each node by itself");
        }
        if (!model.unknownOperators().isEmpty()) {
            notes.add("nobody knows what these operators put out: " + some(model.unknownOperators())
                    + "; --bind VALUE=SHAPE says it");
        }
        if (!model.contradicted().isEmpty()) {
            notes.add("the file declares other shapes than follow from its nodes: " + some(model.contradicted()));
        }
        notes.addAll(model.warnings());
        return notes;
    }

    private static String bound(OpenExtent extent) {
        return extent.bindable() + "=" + extent.extent().orElseThrow() + " ("
                + extent.saidBy().orElse("default") + ")";
    }

    /** The first of some names, and how many there are beside these. */
    static String some(List<String> names) {
        return names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "");
    }
}
