package io.archmeter.onnx.file;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A message that a test writes field by field, with Google's library for the numbers; so that it can be wrong wherever a test wants. */
public final class Written {
    /** What writes with the library. */
    private interface Writing {
        void to(CodedOutputStream out) throws IOException;
    }

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private Written with(Writing writing) {
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(written);
            writing.to(out);
            out.flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file with this graph, which says nothing but the version of its format. */
    public static Written model(Written graph) {
        return new Written().number(1, 8).message(7, graph);
    }

    /** A graph with this node alone. */
    public static Written graph(Written node) {
        return new Written().message(1, node);
    }

    /** A node of an operator. */
    public static Written node(String operator) {
        return new Written().text(4, operator);
    }

    public Written number(int field, long value) {
        return with(out -> out.writeUInt64(field, value));
    }

    public Written real(int field, float value) {
        return with(out -> out.writeFloat(field, value));
    }

    public Written real(int field, double value) {
        return with(out -> out.writeDouble(field, value));
    }

    public Written text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    public Written bytes(int field, byte... value) {
        return with(out -> out.writeByteArray(field, value));
    }

    public Written message(int field, Written value) {
        return bytes(field, value.toBytes());
    }

    public Written numbers(int field, long... values) {
        Written packed = new Written();
        for (long value : values) {
            packed.with(out -> out.writeUInt64NoTag(value));
        }
        return message(field, packed);
    }

    public Written groupStart(int field) {
        return with(out -> out.writeTag(field, WireFormat.WIRETYPE_START_GROUP));
    }

    public Written groupEnd(int field) {
        return with(out -> out.writeTag(field, WireFormat.WIRETYPE_END_GROUP));
    }

    /** The beginning of a field whose value is said to have so many bytes. */
    public Written beginning(int field, long length) {
        return with(out -> {
            out.writeTag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED);
            out.writeUInt64NoTag(length);
        });
    }

    /** Bytes that need be no fields. */
    public Written raw(byte... bytes) {
        written.writeBytes(bytes);
        return this;
    }

    public byte[] toBytes() {
        return written.toByteArray();
    }
}
