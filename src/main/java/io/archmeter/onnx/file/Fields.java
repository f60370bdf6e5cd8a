package io.archmeter.onnx.file;

import io.archmeter.problem.ProblemException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * The fields of a message, one after the other. A message that is there several times is one whose fields are those of all its
 * parts: that is what merging means. Groups, which ONNX has none of, are passed over.
 */
final class Fields {
    /** As many groups within groups as protobuf reads. */
    private static final int MOST_GROUPS = 100;

    private final Reading reading;
    private final List<ByteRange> parts;
    private int nextPart = 1;
    private Cursor cursor;
    private int number;
    private WireType type = WireType.GROUP_END;
    private long whole;
    private ByteRange value;

    /** The fields of a message with at least one part. */
    Fields(Reading reading, List<ByteRange> parts) {
        this.reading = reading;
        this.parts = parts;
        value = parts.get(0);
        cursor = new Cursor(reading, value);
    }

    Fields(Reading reading, ByteRange message) {
        this(reading, List.of(message));
    }

    /** Whether there is one more field, which from now on is the one that is asked about. */
    boolean next() {
        while (true) {
            while (cursor.isAtEnd()) {
                if (nextPart == parts.size()) {
                    return false;
                }
                cursor = new Cursor(reading, parts.get(nextPart++));
            }
            long start = cursor.position();
            readTag();
            if (type == WireType.GROUP_START) {
                skipGroup(start);
            } else if (type == WireType.GROUP_END) {
                throw strayEnd(start);
            } else {
                readValue(start);
                return true;
            }
        }
    }

    /** Like {@link #next}, and passes over fields that are no texts, bytes, messages or packed lists. */
    boolean nextBytes() {
        while (next()) {
            if (type == WireType.LENGTH_DELIMITED) {
                return true;
            }
        }
        return false;
    }

    private void readTag() {
        long start = cursor.position();
        int tag = (int) cursor.varint();
        number = tag >>> 3;
        int wire = tag & 7;
        if (number == 0 || wire >= WireType.count()) {
            throw cursor.broken("there is no field of number " + number + " written as " + wire, start);
        }
        type = WireType.of(wire);
    }

    private void readValue(long start) {
        long valueStart = cursor.position();
        switch (type) {
            case VARINT -> {
                whole = cursor.varint();
                value = new ByteRange(valueStart, cursor.position() - valueStart);
            }
            case EIGHT_BYTES -> value = cursor.take(Long.BYTES, start);
            case FOUR_BYTES -> value = cursor.take(Integer.BYTES, start);
            default -> value = cursor.take(cursor.varint(), start);
        }
    }

    private void skipGroup(long start) {
        Deque<Integer> open = new ArrayDeque<>();
        open.push(number);
        while (!open.isEmpty()) {
            if (cursor.isAtEnd()) {
                throw cursor.broken("a group has no end", start);
            }
            long inner = cursor.position();
            readTag();
            if (type == WireType.GROUP_START) {
                open.push(number);
                if (open.size() > MOST_GROUPS) {
                    throw cursor.broken("more than " + MOST_GROUPS + " groups are within each other", inner);
                }
            } else if (type != WireType.GROUP_END) {
                readValue(inner);
            } else if (open.pop() != number) {
                throw strayEnd(inner);
            }
        }
    }

    private ProblemException strayEnd(long offset) {
        return cursor.broken("a group ends that has not begun", offset);
    }

    /** The number of the field. */
    int number() {
        return number;
    }

    boolean isWhole() {
        return type == WireType.VARINT;
    }

    boolean isReal() {
        return type == WireType.FOUR_BYTES;
    }

    boolean isBytes() {
        return type == WireType.LENGTH_DELIMITED;
    }

    WireType type() {
        return type;
    }

    /** A number that is written as a varint. */
    long whole() {
        return whole;
    }

    /** A number that is written as four bytes. */
    float real() {
        return realAt(value.offset());
    }

    String text() {
        return reading.text(value);
    }

    /** Where the value lies. */
    ByteRange value() {
        return value;
    }

    /** One number of a list, or several that are packed. */
    void wholes(LongConsumer each) {
        if (isWhole()) {
            each.accept(whole);
        } else if (isBytes()) {
            Cursor packed = new Cursor(reading, value);
            while (!packed.isAtEnd()) {
                each.accept(packed.varint());
            }
        }
    }

    /** One number of a list, or several that are packed. */
    void reals(FloatConsumer each) {
        if (isReal()) {
            each.accept(real());
        } else if (isBytes()) {
            Cursor packed = new Cursor(reading, value);
            while (!packed.isAtEnd()) {
                each.accept(realAt(packed.take(Float.BYTES, packed.position()).offset()));
            }
        }
    }

    private float realAt(long offset) {
        return Float.intBitsToFloat((int) reading.bytes().littleEndian(offset, Float.BYTES));
    }

    /** What takes the numbers of a list. */
    @FunctionalInterface
    interface FloatConsumer {
        void accept(float value);
    }
}
