package io.archmeter.report.writer;

import io.archmeter.json.JsonLayout;
import io.archmeter.report.document.Document;
import io.archmeter.report.picture.BlocksOverSteps;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * What is held at each step as a trace, which Perfetto and chrome://tracing open: JSON in the Trace Event Format, as a JSON object. Each
 * picture of blocks is a process; in it counters ({@code C}) say how much each colour has at each step, and complete events ({@code X}) from
 * when until when each block is held. A step takes {@value TraceProcess#STEP} microseconds, so that viewers have something to zoom into: it is not time.
 */
final class TraceWriter implements DocumentWriter {
    /** An event begins a line, what belongs to it does not. */
    private static final JsonLayout LAYOUT = JsonLayout.ofLines(2);

    /** @throws IllegalArgumentException where the document has no picture of blocks over steps */
    @Override
    public void write(Document document, Writer out) throws IOException {
        List<BlocksOverSteps> processes = processes(document);
        if (processes.isEmpty()) {
            throw new IllegalArgumentException(document.kind() + " has nothing to trace");
        }
        LAYOUT.write(out, json -> write(document, processes, json));
    }

    private static List<BlocksOverSteps> processes(Document document) {
        return document.allPictures().stream()
                .filter(BlocksOverSteps.class::isInstance)
                .map(BlocksOverSteps.class::cast)
                .toList();
    }

    private static void write(Document document, List<BlocksOverSteps> processes, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("displayTimeUnit", "ms");
        json.writeObjectPropertyStart("otherData");
        json.writeStringProperty("document", document.title());
        json.writeStringProperty(
                "steps", "each step takes " + TraceProcess.STEP + " microseconds here: steps are not time");
        json.writeStringProperty("counters", "bytes that are held at a step");
        json.writeEndObject();
        json.writeArrayPropertyStart("traceEvents");
        for (int number = 0; number < processes.size(); number++) {
            new TraceProcess(processes.get(number), number + 1, json).write();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
