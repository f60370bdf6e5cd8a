package io.archmeter.onnx.file;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import java.nio.charset.StandardCharsets;

/** A file while its messages are read: its bytes, its name, and how much memory was spent on what was found in it. */
final class Reading {
    /** The largest networks have some ten thousand nodes, of half a kilobyte each; two bytes of a hostile file make one. */
    private static final long MOST_HELD = 96L << 20;

    /** Graphs within graphs, and types within types; protobuf itself ends at a hundred messages, which are 33 graphs. */
    private static final int DEEPEST = 100;

    /** What a record, or a text, takes beside what is in it. */
    private static final int OBJECT = 64;

    private static final int NODE = 256;

    private static final int PART = 72;

    private static final int NUMBER = 24;

    private final FileBytes bytes;
    private final String name;
    private long held;

    Reading(FileBytes bytes, String name) {
        this.bytes = bytes;
        this.name = name;
    }

    FileBytes bytes() {
        return bytes;
    }

    String name() {
        return name;
    }

    /**
     * What is not UTF-8 becomes a replacement character: a name is no reason to refuse a network. A text that is not plain takes two
     * bytes for one of them.
     */
    String text(ByteRange range) {
        hold(OBJECT + 2 * range.length());
        return decoded(range);
    }

    /** A text that is not kept. */
    String decoded(ByteRange range) {
        return new String(bytes.copy(range), StandardCharsets.UTF_8);
    }

    /** An object is made of what was read. */
    void holdObject() {
        hold(OBJECT);
    }

    /** An object with several lists or maps is made of what was read. */
    void holdNode() {
        hold(NODE);
    }

    /** Where some bytes lie. */
    void holdPart() {
        hold(PART);
    }

    /** A number of a list. */
    void holdNumber() {
        hold(NUMBER);
    }

    private void hold(long more) {
        if (more > MOST_HELD - held) {
            throw problem(
                    "too-many-messages",
                    "what this file says beside its weights takes more than " + (MOST_HELD >> 20) + " MiB of memory",
                    "split the network, or leave out metadata and constants that are lists of attributes");
        }
        held += more;
    }

    void requireDepth(int depth, long offset) {
        if (depth > DEEPEST) {
            throw problem(
                    "nested-too-deeply",
                    "at byte " + offset + ", messages are within each other more than " + DEEPEST + " deep",
                    "write the network without so many branches within branches");
        }
    }

    ProblemException problem(String code, String fact, String remedy) {
        return new ProblemException(Problem.at(Span.of(name), code, fact, remedy));
    }
}
