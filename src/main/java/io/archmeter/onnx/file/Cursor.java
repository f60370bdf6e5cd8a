package io.archmeter.onnx.file;

import io.archmeter.problem.ProblemException;

/** A place in a range of bytes, that moves over numbers and fields of the wire format and never beyond the end. */
final class Cursor {
    /** 64 bits, seven a byte. */
    private static final int LONGEST_VARINT = 10;

    private final Reading reading;
    private final FileBytes bytes;
    private final long end;
    private long position;

    Cursor(Reading reading, ByteRange range) {
        this.reading = reading;
        bytes = reading.bytes();
        position = range.offset();
        end = range.end();
    }

    boolean isAtEnd() {
        return position == end;
    }

    long position() {
        return position;
    }

    /** A number of up to 64 bits, seven a byte, the lowest first. */
    long varint() {
        long value = 0;
        for (int i = 0; i < LONGEST_VARINT; i++) {
            if (position == end) {
                throw cutOff("a number", position);
            }
            byte read = bytes.at(position++);
            value |= (read & 0x7FL) << i * 7;
            if (read >= 0) {
                return value;
            }
        }
        throw broken("a number has more than " + LONGEST_VARINT + " bytes", position - LONGEST_VARINT);
    }

    /** So many bytes, which are passed over. */
    ByteRange take(long length, long fieldOffset) {
        if (length < 0 || length > end - position) {
            throw cutOff("a field of " + Long.toUnsignedString(length) + " bytes", fieldOffset);
        }
        ByteRange taken = new ByteRange(position, length);
        position += length;
        return taken;
    }

    private ProblemException cutOff(String what, long offset) {
        return end == bytes.size()
                ? reading.problem(
                        "truncated-file",
                        what + ", at byte " + offset + ", runs past the end of the file, which has " + end + " bytes",
                        "get the file again: it is not complete, or no ONNX file")
                : broken(what + " runs past the end of its message, byte " + end, offset);
    }

    ProblemException broken(String fact, long offset) {
        return reading.problem(
                "broken-message",
                fact + ", at byte " + offset,
                "get the file again, or export it again: it is damaged, or no ONNX file");
    }
}
