package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** One direction of a recurrent operator, with its weights; the equations are those of ONNX's documentation. */
final class CellWeights {
    private final String type;
    private final int hidden;
    private final int features;
    private final float[] ofInput;
    private final float[] ofState;
    private final float[] inputBias;
    private final float[] stateBias;
    private final float[] peepholes;
    private final List<DoubleUnaryOperator> functions = new ArrayList<>();
    private final boolean resetsLast;
    private final boolean coupled;
    private final double clip;
    private float[] cell = new float[0];
    private long done;

    CellWeights(OnnxCall call, int direction, int hidden, int features, int gates) {
        this.type = call.type();
        this.hidden = hidden;
        this.features = features;
        int rows = gates * hidden;
        ofInput = part(call, 1, direction, rows * features);
        ofState = part(call, 2, direction, rows * hidden);
        float[] biases = call.has(3) ? part(call, 3, direction, 2 * rows) : new float[2 * rows];
        inputBias = Arrays.copyOfRange(biases, 0, rows);
        stateBias = Arrays.copyOfRange(biases, rows, 2 * rows);
        peepholes = call.has(7) ? part(call, 7, direction, 3 * hidden) : new float[3 * hidden];
        resetsLast = call.settings().flag("linear_before_reset", false);
        coupled = call.settings().flag("input_forget", false);
        clip = call.settings().real("clip", Double.POSITIVE_INFINITY);
        int each = type.equals("LSTM") ? 3 : type.equals("GRU") ? 2 : 1;
        List<String> named = call.settings().texts("activations");
        List<Double> alphas = call.settings().reals("activation_alpha").orElse(List.of());
        List<Double> betas = call.settings().reals("activation_beta").orElse(List.of());
        for (int i = 0; i < each; i++) {
            int at = direction * each + i;
            String usual = i == 0 && !type.equals("RNN") ? "Sigmoid" : "Tanh";
            functions.add(function(at < named.size() ? named.get(at) : usual, number(alphas, at), number(betas, at)));
        }
    }

    private static float[] part(OnnxCall call, int input, int direction, int length) {
        return Arrays.copyOfRange(call.elements(input), direction * length, (direction + 1) * length);
    }

    private static double number(List<Double> numbers, int at) {
        return at < numbers.size() ? numbers.get(at) : Double.NaN;
    }

    private static DoubleUnaryOperator function(String name, double alpha, double beta) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "affine" -> x -> alpha * x + beta;
            case "scaledtanh" -> x -> alpha * Math.tanh(beta * x);
            case "hardsigmoid" -> Functions.hardSigmoid(or(alpha, 0.2), or(beta, 0.5));
            case "leakyrelu" -> Functions.leakyRelu(or(alpha, 0.01));
            case "sigmoid" -> Functions::sigmoid;
            case "tanh" -> Math::tanh;
            default -> Functions.of(name, new KernelSettings(Map.of())).orElseThrow();
        };
    }

    private static double or(double number, double otherwise) {
        return Double.isNaN(number) ? otherwise : number;
    }

    /** The next state. */
    float[] step(Tensor x, int at, float[] h, float[] c) {
        double[] a = product(ofInput, x.data(), at, features, inputBias);
        return switch (type) {
            case "LSTM" -> longShort(a, product(ofState, h, 0, hidden, stateBias), c);
            case "GRU" -> gated(a, h);
            default -> {
                double[] b = product(ofState, h, 0, hidden, stateBias);
                float[] next = new float[hidden];
                for (int i = 0; i < hidden; i++) {
                    next[i] = (float) functions.get(0).applyAsDouble(clipped(a[i] + b[i]));
                }
                yield next;
            }
        };
    }

    /** The cell after the last step. */
    float[] cell() {
        return cell;
    }

    /** Multiply-adds of all steps so far. */
    long done() {
        return done;
    }

    /** Gates for input, output, forgetting and the cell. */
    private float[] longShort(double[] a, double[] b, float[] c) {
        float[] h = new float[hidden];
        float[] next = new float[hidden];
        for (int i = 0; i < hidden; i++) {
            double in = functions.get(0).applyAsDouble(clipped(a[i] + b[i] + peepholes[i] * c[i]));
            int f = 2 * hidden + i;
            double forget =
                    coupled ? 1 - in : functions.get(0).applyAsDouble(clipped(a[f] + b[f] + peepholes[f] * c[i]));
            double candidate = functions.get(1).applyAsDouble(clipped(a[3 * hidden + i] + b[3 * hidden + i]));
            next[i] = (float) (forget * c[i] + in * candidate);
            int o = hidden + i;
            double out = functions.get(0).applyAsDouble(clipped(a[o] + b[o] + peepholes[o] * next[i]));
            h[i] = (float) (out * functions.get(2).applyAsDouble(next[i]));
        }
        cell = next;
        return h;
    }

    /** Gates for updating, resetting and the new state; where the state is reset first, its product waits for the reset. */
    private float[] gated(double[] a, float[] h) {
        double[] b = resetsLast
                ? product(ofState, h, 0, hidden, stateBias)
                : product(ofState, h, 0, hidden, stateBias, 0, 2 * hidden);
        double[] update = new double[hidden];
        float[] kept = new float[hidden];
        double[] reset = new double[hidden];
        for (int i = 0; i < hidden; i++) {
            update[i] = functions.get(0).applyAsDouble(clipped(a[i] + b[i]));
            reset[i] = functions.get(0).applyAsDouble(clipped(a[hidden + i] + b[hidden + i]));
            kept[i] = (float) (reset[i] * h[i]);
        }
        double[] late = resetsLast ? b : product(ofState, kept, 0, hidden, stateBias, 2 * hidden, 3 * hidden);
        float[] next = new float[hidden];
        for (int i = 0; i < hidden; i++) {
            int n = 2 * hidden + i;
            double ofOld = resetsLast ? reset[i] * late[n] : late[n];
            double candidate = functions.get(1).applyAsDouble(clipped(a[n] + ofOld));
            next[i] = (float) ((1 - update[i]) * candidate + update[i] * h[i]);
        }
        return next;
    }

    private double clipped(double sum) {
        return Math.max(-clip, Math.min(clip, sum));
    }

    private double[] product(float[] matrix, float[] vector, int at, int length, float[] bias) {
        return product(matrix, vector, at, length, bias, 0, bias.length);
    }

    /** Of the rows from one to another; those that are not asked for are not multiplied. */
    private double[] product(float[] matrix, float[] vector, int at, int length, float[] bias, int begin, int end) {
        double[] product = new double[bias.length];
        for (int row = begin; row < end; row++) {
            double sum = bias[row];
            for (int i = 0; i < length; i++) {
                sum += (double) matrix[row * length + i] * vector[at + i];
            }
            product[row] = sum;
            done += length;
        }
        return product;
    }
}
