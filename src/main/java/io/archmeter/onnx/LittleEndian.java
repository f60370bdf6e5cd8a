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

    /** Numbers that the type has, as elements of it. */
    static void write(float[] elements, ElementType type, OutputStream out) throws IOException {
        if (type == ElementType.FLOAT) {
            write(elements, out);
            return;
        }
        ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(elements.length, type.bytes()))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (float element : elements) {
            switch (type.bytes()) {
                case Byte.BYTES -> buffer.put((byte) element);
                case Short.BYTES -> buffer.putShort((short) element);
                case Integer.BYTES -> buffer.putInt((int) element);
                default -> buffer.putLong((long) element);
            }
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
