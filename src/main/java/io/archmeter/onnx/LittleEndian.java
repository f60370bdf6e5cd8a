package io.archmeter.onnx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers as {@code raw_data} holds them: of fixed width, the lowest byte first. */
final class LittleEndian {
    private static final int BUFFER = 1 << 16;

    private LittleEndian() {}

    static void write(float[] elements, OutputStream out) throws IOException {
        int bytes = (int) Math.min(BUFFER, (long) elements.length * Float.BYTES);
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (float element : elements) {
            if (!buffer.hasRemaining()) {
                flush(buffer, out);
            }
            buffer.putFloat(element);
        }
        flush(buffer, out);
    }

    static void write(long[] elements, OutputStream out) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(elements.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long element : elements) {
            buffer.putLong(element);
        }
        flush(buffer, out);
    }

    private static void flush(ByteBuffer buffer, OutputStream out) throws IOException {
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
