package io.archmeter.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.archmeter.graph.Shape;
import io.archmeter.weights.WeightSource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntToLongFunction;

/** A model in ONNX Runtime, on the CPU: {@code OnnxRuntimeModel.of(file.toBytes(), 1).run(input).get("conv1")}. */
public final class OnnxRuntimeModel implements AutoCloseable {
    private static final OrtEnvironment ENVIRONMENT =
            OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);

    /** Memory that ONNX Runtime reads as it is, for one run after the other: fresh memory takes longer than the copy. */
    private static FloatBuffer room = direct(0);

    /** What the model puts out under one name. */
    public record Output(Shape shape, float[] elements) {}

    private interface Loading {
        OrtSession load(OrtSession.SessionOptions options) throws OrtException;
    }

    private final OrtSession session;

    private OnnxRuntimeModel(int threads, Loading loading) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            // Layers as they are written: to rewrite the model first takes longer than to run it.
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
            session = loading.load(options);
        } catch (OrtException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Loads a model whose bytes are at hand. */
    public static OnnxRuntimeModel of(byte[] model, int threads) {
        return new OnnxRuntimeModel(threads, options -> ENVIRONMENT.createSession(model, options));
    }

    /** Loads a model from its file. */
    public static OnnxRuntimeModel of(Path model, int threads) {
        return new OnnxRuntimeModel(threads, options -> ENVIRONMENT.createSession(model.toString(), options));
    }

    /** The shapes of all inputs by their names. */
    public Map<String, Shape> inputs() {
        try {
            Map<String, Shape> inputs = new LinkedHashMap<>();
            session.getInputInfo().forEach((name, info) -> inputs.put(name, shape((TensorInfo) info.getInfo())));
            return inputs;
        } catch (OrtException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Runs a model that has the one input {@code input}. */
    public Map<String, Output> run(float[] input) {
        return run(Map.of("input", input));
    }

    /** Runs the model on the elements of all its inputs; its outputs come back by their names. */
    public Map<String, Output> run(Map<String, float[]> inputs) {
        return run((name, shape) -> FloatBuffer.wrap(inputs.get(name)));
    }

    /** Runs a model whose weights are inputs beside these; they are drawn one after the other. */
    public Map<String, Output> run(Map<String, float[]> given, WeightSource weights) {
        synchronized (ENVIRONMENT) {
            long elements =
                    inputs().values().stream().mapToLong(Shape::elements).sum();
            if (room.capacity() < elements) {
                room = direct(Math.toIntExact(elements));
            }
            room.clear();
            return run(
                    (name, shape) -> placed(given.containsKey(name) ? given.get(name) : drawn(name, shape, weights)));
        }
    }

    private static FloatBuffer placed(float[] elements) {
        FloatBuffer place = room.slice(room.position(), elements.length);
        room.put(elements);
        return place;
    }

    private static FloatBuffer direct(int elements) {
        return ByteBuffer.allocateDirect(Math.multiplyExact(elements, Float.BYTES))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    private static float[] drawn(String name, Shape shape, WeightSource weights) {
        int dot = name.lastIndexOf('.');
        return dot < 0
                ? weights.draw(name, "", extents(shape))
                : weights.draw(name.substring(0, dot), name.substring(dot + 1), extents(shape));
    }

    /** The shapes of what the model puts out. Its inputs are all zero, and take no memory but that of the largest. */
    public Map<String, Shape> shapesOnZeros() {
        int largest = inputs().values().stream()
                .mapToInt(shape -> Math.toIntExact(shape.elements()))
                .max()
                .orElseThrow();
        FloatBuffer zeros = direct(largest);
        return run(
                (name, shape) -> zeros.slice(0, Math.toIntExact(shape.elements())), tensor -> shape(tensor.getInfo()));
    }

    private Map<String, Output> run(BiFunction<String, Shape, FloatBuffer> elements) {
        return run(elements, OnnxRuntimeModel::output);
    }

    private <T> Map<String, T> run(BiFunction<String, Shape, FloatBuffer> elements, Function<OnnxTensor, T> taken) {
        Map<String, OnnxTensorLike> tensors = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, NodeInfo> input : session.getInputInfo().entrySet()) {
                TensorInfo info = (TensorInfo) input.getValue().getInfo();
                tensors.put(input.getKey(), tensor(elements.apply(input.getKey(), shape(info)), info));
            }
            try (OrtSession.Result result = session.run(tensors)) {
                Map<String, T> outputs = new LinkedHashMap<>();
                result.forEach(entry -> outputs.put(entry.getKey(), taken.apply((OnnxTensor) entry.getValue())));
                return outputs;
            }
        } catch (OrtException refused) {
            throw new IllegalStateException(refused);
        } finally {
            tensors.values().forEach(OnnxTensorLike::close);
        }
    }

    private static OnnxTensor tensor(FloatBuffer elements, TensorInfo info) throws OrtException {
        if (info.type == OnnxJavaType.FLOAT) {
            return OnnxTensor.createTensor(ENVIRONMENT, elements, info.getShape());
        }
        if (info.type == OnnxJavaType.INT16) {
            return OnnxTensor.createTensor(ENVIRONMENT, shorts(elements), info.getShape());
        }
        if (info.type.size == Byte.BYTES) {
            return OnnxTensor.createTensor(ENVIRONMENT, bytes(elements), info.getShape(), info.type);
        }
        LongBuffer wide = LongBuffer.allocate(elements.remaining());
        IntBuffer narrow = IntBuffer.allocate(elements.remaining());
        for (int i = 0; i < elements.remaining(); i++) {
            wide.put(i, (long) elements.get(i));
            narrow.put(i, (int) elements.get(i));
        }
        return info.type == OnnxJavaType.INT32
                ? OnnxTensor.createTensor(ENVIRONMENT, narrow, info.getShape())
                : OnnxTensor.createTensor(ENVIRONMENT, wide, info.getShape());
    }

    private static ShortBuffer shorts(FloatBuffer elements) {
        ShortBuffer shorts = ShortBuffer.allocate(elements.remaining());
        for (int i = 0; i < elements.remaining(); i++) {
            shorts.put(i, (short) elements.get(i));
        }
        return shorts;
    }

    private static ByteBuffer bytes(FloatBuffer elements) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(elements.remaining());
        for (int i = 0; i < elements.remaining(); i++) {
            bytes.put(i, (byte) elements.get(i));
        }
        return bytes;
    }

    private static Output output(OnnxTensor tensor) {
        float[] elements = new float[Math.toIntExact(shape(tensor.getInfo()).elements())];
        switch (tensor.getInfo().type) {
            case INT64 -> fill(elements, tensor.getLongBuffer()::get);
            case INT32 -> fill(elements, tensor.getIntBuffer()::get);
            case INT16 -> fill(elements, tensor.getShortBuffer()::get);
            case BOOL, INT8 -> fill(elements, tensor.getByteBuffer()::get);
            case UINT8 -> {
                ByteBuffer bytes = tensor.getByteBuffer();
                fill(elements, i -> Byte.toUnsignedLong(bytes.get(i)));
            }
            default -> reals(tensor).get(elements);
        }
        return new Output(shape(tensor.getInfo()), elements);
    }

    private static FloatBuffer reals(OnnxTensor tensor) {
        FloatBuffer buffer = tensor.getFloatBuffer();
        if (buffer == null) {
            throw new IllegalStateException("ONNX Runtime's Java has no elements of " + tensor.getInfo());
        }
        return buffer;
    }

    private static void fill(float[] elements, IntToLongFunction whole) {
        for (int i = 0; i < elements.length; i++) {
            elements[i] = whole.applyAsLong(i);
        }
    }

    private static Shape shape(TensorInfo info) {
        return Shape.of(info.getShape());
    }

    private static long[] extents(Shape shape) {
        return shape.extents().stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
