package io.archmeter.report.writer;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Lines of a text. */
final class Lines {
    private Lines() {}

    static void write(List<String> lines, Writer out) throws IOException {
        for (String line : lines) {
            out.write(line);
            out.write('\n');
        }
    }
}
