package io.archmeter.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
import io.archmeter.onnx.OnnxExport;
import io.archmeter.weights.SeededWeights;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A network in ONNX Runtime on the CPU, with its usual optimizations; input and output lie where it reads and writes them. */
final class OnnxRuntime implements Contestant, AutoCloseable {
    private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

    private final OrtSession session;
    private final FloatBuffer output;
    private final Map<String, OnnxTensor> inputs;
    private final Map<String, OnnxTensor> outputs;

    private OnnxRuntime(OrtSession session, Graph graph, float[] input) throws OrtException {
        this.session = session;
        Shape in = graph.input();
        Shape out = graph.outputOf(graph.lastNode());
        this.output = buffer(out);
        this.inputs = Map.of(
                graph.nodes().get(0).name(),
                OnnxTensor.createTensor(ENVIRONMENT, buffer(in).put(input).rewind(), extents(in)));
        this.outputs = Map.of(graph.lastNode().name(), OnnxTensor.createTensor(ENVIRONMENT, output, extents(out)));
    }

    static OnnxRuntime of(Graph graph, long seed, float[] input, int threads) throws IOException, OrtException {
        Path file = Files.createTempFile("archmeter-bench", ".onnx");
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                OnnxExport.of(NetworkFacts.of(graph, DType.FLOAT32))
                        .withWeights(new SeededWeights(seed))
                        .convert()
                        .writeTo(out);
            }
            options.setIntraOpNumThreads(threads);
            return new OnnxRuntime(ENVIRONMENT.createSession(file.toString(), options), graph, input);
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public void run() {
        try {
            session.run(inputs, outputs).close();
        } catch (OrtException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public float[] output() {
        float[] elements = new float[output.capacity()];
        output.rewind().get(elements).rewind();
        return elements;
    }

    @Override
    public void close() throws OrtException {
        inputs.values().forEach(OnnxTensor::close);
        outputs.values().forEach(OnnxTensor::close);
        session.close();
    }

    private static FloatBuffer buffer(Shape shape) {
        int bytes = Math.toIntExact(shape.elements() * Float.BYTES);
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    private static long[] extents(Shape shape) {
        return shape.extents().stream().mapToLong(Long::longValue).toArray();
    }
}
