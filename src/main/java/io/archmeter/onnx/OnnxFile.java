package io.archmeter.onnx;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A complete ONNX file. Its weights are drawn while it is written, one tensor after the other.
 *
 * @since 0.1.0
 */
public final class OnnxFile {
    /**
     * Operators as of ONNX 1.8 (December 2020), which ONNX Runtime takes from 1.6 on: the oldest set in which a softmax is
     * along one axis. The version of the format is that of the same release.
     */
    private static final long OPERATOR_SET = 13;

    private static final long FORMAT_VERSION = 7;

    /** Protocol Buffers count the bytes of a message in 31 bits. */
    private static final long MOST_BYTES = Integer.MAX_VALUE;

    // The field of ModelProto and the one of GraphProto whose values are not held, but written piece by piece.
    private static final int GRAPH = 7;
    private static final int INITIALIZER = 5;

    private final Message head;
    private final Message graph;
    private final List<Initializer> initializers;
    private final long size;

    private OnnxFile(ModelParts parts) {
        this.graph = parts.graph();
        this.initializers = List.copyOf(parts.initializers());
        long graphSize = graph.size();
        for (Initializer tensor : initializers) {
            Message beginning = beginning(tensor);
            graphSize = Math.addExact(graphSize, Math.addExact(beginning.size(), tensor.bytes()));
        }
        this.head = head().beginning(GRAPH, graphSize);
        this.size = Math.addExact(head.size(), graphSize);
    }

    static OnnxFile of(ModelParts parts, Span place) {
        try {
            OnnxFile file = new OnnxFile(parts);
            if (file.size <= MOST_BYTES) {
                return file;
            }
            throw tooLarge("the file would have " + file.size + " bytes", place);
        } catch (ArithmeticException overflow) {
            throw tooLarge("the file would have more bytes than a 64-bit number can count", place);
        }
    }

    private static ProblemException tooLarge(String fact, Span place) {
        return new ProblemException(Problem.at(
                place,
                "too-large",
                fact + ", but an ONNX file has at most " + MOST_BYTES,
                "leave the weights out with --weights none"));
    }

    /** ModelProto: ir_version, producer_name, producer_version, opset_import. */
    private static Message head() {
        Message head = new Message().number(1, FORMAT_VERSION).text(2, "archmeter");
        String version = OnnxFile.class.getPackage().getImplementationVersion();
        if (version != null) {
            head.text(3, version);
        }
        return head.message(8, new Message().number(2, OPERATOR_SET));
    }

    /** All of an initializer but its elements. */
    private static Message beginning(Initializer tensor) {
        Message header = Messages.tensor(tensor);
        return new Message().beginning(INITIALIZER, Math.addExact(header.size(), tensor.bytes()), header);
    }

    /** Bytes of the file. */
    public long size() {
        return size;
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(head.toBytes());
        out.write(graph.toBytes());
        for (Initializer tensor : initializers) {
            out.write(beginning(tensor).toBytes());
            tensor.content().writeTo(out);
        }
    }

    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.toIntExact(size));
        try {
            writeTo(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
