package io.archmeter.onnx;

import java.io.IOException;
import java.io.OutputStream;

/** The elements of a tensor, made when they are written and not before. */
interface Content {
    void writeTo(OutputStream out) throws IOException;
}
