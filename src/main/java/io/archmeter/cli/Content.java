package io.archmeter.cli;

import java.io.IOException;
import java.io.Writer;

/** Something that can be written. */
interface Content {
    void writeTo(Writer out) throws IOException;
}
