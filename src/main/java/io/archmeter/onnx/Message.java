package io.archmeter.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A message in the wire format of Protocol Buffers (protobuf.dev, "Encoding"), written field by field. Numbers are varints, of
 * seven bits a byte, the lowest first; a field begins with its number and how its value is written.
 */
final class Message {
    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FOUR_BYTES = 5;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    Message number(int field, long value) {
        tag(field, VARINT);
        varint(value);
        return this;
    }

    Message real(int field, float value) {
        tag(field, FOUR_BYTES);
        int bits = Float.floatToRawIntBits(value);
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            written.write(bits >>> shift);
        }
        return this;
    }

    Message text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    /** A packed list: one field with all numbers in a row. */
    Message numbers(int field, List<Long> values) {
        Message packed = new Message();
        values.forEach(packed::varint);
        return message(field, packed);
    }

    Message message(int field, Message value) {
        return bytes(field, value.toBytes());
    }

    /** The beginning of a field of {@code bytes} that starts with {@code value}; the rest is written elsewhere. */
    Message beginning(int field, long bytes, Message value) {
        beginning(field, bytes);
        written.writeBytes(value.toBytes());
        return this;
    }

    /** The beginning of a field whose value of {@code bytes} is written elsewhere. */
    Message beginning(int field, long bytes) {
        tag(field, LENGTH_DELIMITED);
        varint(bytes);
        return this;
    }

    private Message bytes(int field, byte[] value) {
        beginning(field, value.length);
        written.writeBytes(value);
        return this;
    }

    private void tag(int field, int type) {
        varint((long) field << 3 | type);
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            written.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        written.write((int) rest);
    }

    int size() {
        return written.size();
    }

    byte[] toBytes() {
        return written.toByteArray();
    }
}
