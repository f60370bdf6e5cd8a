package io.archmeter.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** A text that can be written. */
interface Content {
    void writeTo(Writer out) throws IOException;

    /** The text as it stands in files. */
    default BinaryContent inUtf8() {
        return out -> {
            Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8.newEncoder()));
            writeTo(text);
            text.flush();
        };
    }
}
