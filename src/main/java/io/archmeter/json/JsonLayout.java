package io.archmeter.json;

import java.io.IOException;
import java.io.Writer;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * How JSON looks. What stands at most so deep begins a line, and what stands deeper follows on the line of what it belongs to. The line
 * ends are the same on all machines, and what cannot be seen is escaped.
 */
public final class JsonLayout {
    /** For documents: members of objects on lines of their own, elements of arrays one after the other. */
    public static final JsonLayout OF_DOCUMENTS = new JsonLayout(Integer.MAX_VALUE, false);

    private static final JsonFactory FACTORY =
            JsonFactory.builder().characterEscapes(new VisibleEscapes()).build();

    private final int deepest;
    private final boolean elementsOnLines;

    private JsonLayout(int deepest, boolean elementsOnLines) {
        this.deepest = deepest;
        this.elementsOnLines = elementsOnLines;
    }

    /**
     * For files of which a tool compares the lines: members of objects and elements of arrays on lines of their own.
     *
     * @param deepest in how many objects and arrays a line can begin
     */
    public static JsonLayout ofLines(int deepest) {
        return new JsonLayout(deepest, true);
    }

    /**
     * Writes JSON and the end of its last line, and leaves the writer open.
     *
     * @param content what is in it
     * @throws IOException as the writer throws it
     */
    public void write(Writer out, Consumer<JsonGenerator> content) throws IOException {
        try {
            JsonGenerator json = FACTORY.createGenerator(context(), out);
            content.accept(json);
            json.flush();
        } catch (JacksonIOException wrapped) {
            throw wrapped.getCause();
        }
        out.write('\n');
        out.flush();
    }

    private ObjectWriteContext context() {
        return new ObjectWriteContext.Base() {
            @Override
            public PrettyPrinter getPrettyPrinter() {
                return new Lines(deepest, elementsOnLines);
            }

            @Override
            public boolean hasPrettyPrinter() {
                return true;
            }
        };
    }

    /** Counts how deep it is while a text is written. */
    private static final class Lines implements PrettyPrinter {
        private static final String INDENT = "  ";

        private final int deepest;
        private final boolean elementsOnLines;
        private int depth;

        Lines(int deepest, boolean elementsOnLines) {
            this.deepest = deepest;
            this.elementsOnLines = elementsOnLines;
        }

        @Override
        public void writeRootValueSeparator(JsonGenerator json) {
            json.writeRaw('\n');
        }

        @Override
        public void writeStartObject(JsonGenerator json) {
            json.writeRaw('{');
            depth++;
        }

        @Override
        public void beforeObjectEntries(JsonGenerator json) {
            begin(json, true, "");
        }

        @Override
        public void writeObjectNameValueSeparator(JsonGenerator json) {
            json.writeRaw(": ");
        }

        @Override
        public void writeObjectEntrySeparator(JsonGenerator json) {
            json.writeRaw(',');
            begin(json, true, " ");
        }

        @Override
        public void writeEndObject(JsonGenerator json, int members) {
            close(json, '}', true, members);
        }

        @Override
        public void writeStartArray(JsonGenerator json) {
            json.writeRaw('[');
            depth += elementsOnLines ? 1 : 0;
        }

        @Override
        public void beforeArrayValues(JsonGenerator json) {
            begin(json, elementsOnLines, "");
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator json) {
            json.writeRaw(',');
            begin(json, elementsOnLines, " ");
        }

        @Override
        public void writeEndArray(JsonGenerator json, int elements) {
            close(json, ']', elementsOnLines, elements);
        }

        /** Begins a part on a line of its own, or after what stands between parts of the same line. */
        private void begin(JsonGenerator json, boolean onLines, String otherwise) {
            if (onLines && depth <= deepest) {
                newLine(json);
            } else {
                json.writeRaw(otherwise);
            }
        }

        private void close(JsonGenerator json, char bracket, boolean onLines, int parts) {
            boolean onItsOwnLine = onLines && parts > 0 && depth <= deepest;
            depth -= onLines ? 1 : 0;
            if (onItsOwnLine) {
                newLine(json);
            }
            json.writeRaw(bracket);
        }

        private void newLine(JsonGenerator json) {
            json.writeRaw('\n');
            json.writeRaw(INDENT.repeat(depth));
        }
    }
}
