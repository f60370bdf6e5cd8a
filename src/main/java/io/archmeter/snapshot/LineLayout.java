package io.archmeter.snapshot;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;

/**
 * Lays JSON out so that a tool that compares lines shows what changed: what stands at most {@value #DEEPEST} deep begins a line, and
 * what stands deeper follows on the line of what it belongs to. The line ends are the same on all machines.
 */
final class LineLayout implements PrettyPrinter {
    /** A layer is an element of an array in a model, which is an element of an array in the document. */
    static final int DEEPEST = 4;

    static final ObjectWriteContext CONTEXT = new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new LineLayout();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    };

    private static final String INDENT = "  ";

    private int depth;

    private LineLayout() {}

    @Override
    public void writeRootValueSeparator(JsonGenerator json) {
        json.writeRaw('\n');
    }

    @Override
    public void writeStartObject(JsonGenerator json) {
        open(json, '{');
    }

    @Override
    public void writeEndObject(JsonGenerator json, int members) {
        close(json, '}', members);
    }

    @Override
    public void writeStartArray(JsonGenerator json) {
        open(json, '[');
    }

    @Override
    public void writeEndArray(JsonGenerator json, int elements) {
        close(json, ']', elements);
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) {
        newLine(json, "");
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) {
        newLine(json, "");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) {
        json.writeRaw(',');
        newLine(json, " ");
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) {
        json.writeRaw(',');
        newLine(json, " ");
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator json) {
        json.writeRaw(": ");
    }

    private void open(JsonGenerator json, char bracket) {
        json.writeRaw(bracket);
        depth++;
    }

    private void close(JsonGenerator json, char bracket, int parts) {
        boolean onItsOwnLine = parts > 0 && depth <= DEEPEST;
        depth--;
        if (onItsOwnLine) {
            newLine(json, "");
        }
        json.writeRaw(bracket);
    }

    private void newLine(JsonGenerator json, String otherwise) {
        if (depth <= DEEPEST) {
            json.writeRaw('\n');
            json.writeRaw(INDENT.repeat(depth));
        } else {
            json.writeRaw(otherwise);
        }
    }
}
