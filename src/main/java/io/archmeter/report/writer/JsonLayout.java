package io.archmeter.report.writer;

import java.io.IOException;
import java.io.Writer;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** How JSON looks: objects on lines of their own, arrays of numbers in one line, and the same line ends on all machines. */
public final class JsonLayout {
    private static final DefaultPrettyPrinter LAYOUT = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                    .withArrayElementSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultPrettyPrinter.NopIndenter());

    private static final ObjectWriteContext PRETTY = new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return LAYOUT.createInstance();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    };

    private static final JsonFactory FACTORY =
            JsonFactory.builder().characterEscapes(new VisibleEscapes()).build();

    private JsonLayout() {}

    /**
     * Writes JSON and the end of its last line, and leaves the writer open.
     *
     * @param content what is in it
     * @throws IOException as the writer throws it
     */
    public static void write(Writer out, Consumer<JsonGenerator> content) throws IOException {
        try {
            JsonGenerator json = FACTORY.createGenerator(PRETTY, out);
            content.accept(json);
            json.flush();
        } catch (JacksonIOException wrapped) {
            throw wrapped.getCause();
        }
        out.write('\n');
        out.flush();
    }
}
