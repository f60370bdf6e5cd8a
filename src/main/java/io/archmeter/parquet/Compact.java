package io.archmeter.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A struct in the compact protocol of Thrift, in which Parquet writes what it says about its data (Apache Thrift, "thrift-compact-protocol.md").
 * Fields are written in the order of their numbers.
 */
final class Compact {
    static final int INT = 5;
    static final int LONG = 6;
    static final int BINARY = 8;
    static final int LIST = 9;
    static final int STRUCT = 12;

    /** Up to here a difference of fields, or a length of a list, stands in the byte of its type. */
    static final int SHORT = 14;

    private final ByteArrayOutputStream bytes;
    private int last;

    private Compact(ByteArrayOutputStream bytes) {
        this.bytes = bytes;
    }

    /** The bytes of a struct. */
    static byte[] struct(Consumer<Compact> fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        struct(bytes, fields);
        return bytes.toByteArray();
    }

    private static void struct(ByteArrayOutputStream bytes, Consumer<Compact> fields) {
        fields.accept(new Compact(bytes));
        bytes.write(0);
    }

    Compact number(int field, int number) {
        return begin(field, INT).zigzag(number);
    }

    Compact number(int field, long number) {
        return begin(field, LONG).zigzag(number);
    }

    Compact text(int field, String text) {
        return begin(field, BINARY).text(text);
    }

    Compact struct(int field, Consumer<Compact> fields) {
        begin(field, STRUCT);
        struct(bytes, fields);
        return this;
    }

    Compact numbers(int field, List<Integer> numbers) {
        begin(field, LIST).length(numbers.size(), INT);
        numbers.forEach(this::zigzag);
        return this;
    }

    Compact texts(int field, List<String> texts) {
        begin(field, LIST).length(texts.size(), BINARY);
        texts.forEach(this::text);
        return this;
    }

    <T> Compact structs(int field, List<T> items, BiConsumer<Compact, T> fields) {
        begin(field, LIST).length(items.size(), STRUCT);
        items.forEach(item -> struct(bytes, struct -> fields.accept(struct, item)));
        return this;
    }

    private Compact begin(int field, int type) {
        bytes.write((field - last) << 4 | type);
        last = field;
        return this;
    }

    private void length(int items, int type) {
        if (items <= SHORT) {
            bytes.write(items << 4 | type);
        } else {
            bytes.write(0xF0 | type);
            varint(bytes, items);
        }
    }

    private Compact text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        varint(bytes, encoded.length);
        bytes.writeBytes(encoded);
        return this;
    }

    private Compact zigzag(long number) {
        varint(bytes, number << 1 ^ number >> Long.SIZE - 1);
        return this;
    }

    /** Seven bits in each byte, the last of which come first; the eighth says that more follow. */
    static void varint(ByteArrayOutputStream bytes, long number) {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }
}
