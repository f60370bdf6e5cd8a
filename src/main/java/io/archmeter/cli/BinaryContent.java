package io.archmeter.cli;

import java.io.IOException;
import java.io.OutputStream;

/** Something that can be written, and is no text. */
interface BinaryContent {
    void writeTo(OutputStream out) throws IOException;
}
