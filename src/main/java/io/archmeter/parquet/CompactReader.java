package io.archmeter.parquet;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads structs of {@link Compact}: numbers, texts, lists and structs by the numbers of their fields. */
final class CompactReader {
    /** Deeper than any struct of Parquet. */
    private static final int DEEPEST = 16;

    private final ByteBuffer bytes;

    CompactReader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** A struct, by its fields. */
    record Struct(Map<Integer, Object> fields) {
        long number(int field) throws IOException {
            return get(field, Long.class);
        }

        String text(int field) throws IOException {
            return get(field, String.class);
        }

        Struct struct(int field) throws IOException {
            return get(field, Struct.class);
        }

        List<Struct> structs(int field) throws IOException {
            List<Struct> structs = new ArrayList<>();
            for (Object item : get(field, List.class)) {
                structs.add(cast(item, Struct.class));
            }
            return structs;
        }

        private <T> T get(int field, Class<T> type) throws IOException {
            return cast(fields.get(field), type);
        }

        private static <T> T cast(Object found, Class<T> type) throws IOException {
            if (!type.isInstance(found)) {
                throw new IOException("no footer of Parquet");
            }
            return type.cast(found);
        }
    }

    Struct struct() throws IOException {
        try {
            return struct(0);
        } catch (BufferUnderflowException ended) {
            throw new IOException("a struct has no end", ended);
        }
    }

    private Struct struct(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("structs lie too deep");
        }
        Map<Integer, Object> fields = new HashMap<>();
        int field = 0;
        int head = next();
        while (head != 0) {
            int difference = head >> 4;
            field = difference == 0 ? (int) zigzag() : field + difference;
            fields.put(field, value(head & 0xF, depth));
            head = next();
        }
        return new Struct(fields);
    }

    private Object value(int type, int depth) throws IOException {
        return switch (type) {
            case Compact.INT, Compact.LONG -> zigzag();
            case Compact.BINARY -> text(bytes, varint());
            case Compact.LIST -> list(depth);
            case Compact.STRUCT -> struct(depth + 1);
            default -> throw new IOException("a field of another type: " + type);
        };
    }

    private List<Object> list(int depth) throws IOException {
        int head = next();
        long length = head >> 4 > Compact.SHORT ? varint() : head >> 4;
        List<Object> items = new ArrayList<>();
        for (long i = 0; i < length; i++) {
            items.add(value(head & 0xF, depth));
        }
        return items;
    }

    /** The next bytes as a text. */
    static String text(ByteBuffer bytes, long length) throws IOException {
        if (length < 0 || length > bytes.remaining()) {
            throw new IOException("a text has no end");
        }
        byte[] encoded = new byte[(int) length];
        bytes.get(encoded);
        return new String(encoded, StandardCharsets.UTF_8);
    }

    private long zigzag() {
        long number = varint();
        return number >>> 1 ^ -(number & 1);
    }

    private long varint() {
        return varint(bytes);
    }

    static long varint(ByteBuffer bytes) {
        long number = 0;
        int read;
        int shift = 0;
        do {
            read = Byte.toUnsignedInt(bytes.get());
            number |= (long) (read & 0x7F) << shift;
            shift += 7;
        } while (read >= 0x80 && shift < Long.SIZE);
        return number;
    }

    private int next() {
        return Byte.toUnsignedInt(bytes.get());
    }
}
