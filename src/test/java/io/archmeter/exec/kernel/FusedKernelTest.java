package io.archmeter.exec.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.exec.matrix.RowSum;
import io.archmeter.exec.tensor.Kernel;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.op.Activation;
import io.archmeter.op.BatchNorm;
import io.archmeter.op.Conv;
import io.archmeter.op.Elementwise;
import io.archmeter.op.Fused;
import io.archmeter.op.Layer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FusedKernelTest {
    private static final Op RELU = new Activation(Activation.Function.RELU);
    private static final Op ADD = new Elementwise(Elementwise.Function.ADD);

    /** Two channels, of which the weights are 1 and −2, on 1, 2 and 3. */
    private static Map<String, float[]> given() {
        Map<String, float[]> given = new HashMap<>();
        given.put("x", new float[] {1, 2, 3});
        given.put("weight", new float[] {1, -2});
        return given;
    }

    private static float[] run(Layer layer, Map<String, float[]> given, Kernel<Op> kernel) {
        Tensor output = new KernelRun(layer, given, Optional.empty(), 2).run(kernel);
        return Arrays.copyOfRange(output.data(), output.offset(), output.end());
    }

    /** Scale 3 / √(3.5 + 0.5) = 1.5 and 1 / √(0.5 + 0.5) = 1; (1·x − 2)·1.5 + 10 and (−2·x + 1)·1 − 10. */
    @Test
    void aNormalizationGoesIntoTheWeights() {
        float[] weight = {1, -2};
        Map<String, float[]> given = given();
        given.put("weight", weight);
        given.put("batchnorm.weight", new float[] {3, 1});
        given.put("batchnorm.bias", new float[] {10, -10});
        given.put("batchnorm.running_mean", new float[] {2, -1});
        given.put("batchnorm.running_var", new float[] {3.5f, 0.5f});
        given.put("batchnorm.num_batches_tracked", new float[] {7});

        float[] found = run(conv(), given, fused(Optional.of(new BatchNorm(0.5, true, true)), List.of()));

        assertThat(found).containsExactly(8.5f, 10, 11.5f, -11, -13, -15);
        assertThat(weight).containsExactly(1, -2);
    }

    /** Without scale and shift, (1·x − 2) / √(3.5 + 0.5) and (−2·x + 1) / √(0.5 + 0.5), where it is positive. */
    @Test
    void oneThatHasNoWeightsToo() {
        Map<String, float[]> given = given();
        given.put("batchnorm.running_mean", new float[] {2, -1});
        given.put("batchnorm.running_var", new float[] {3.5f, 0.5f});

        BatchNorm bare = new BatchNorm(0.5, false, true, false, false);

        assertThat(run(conv(), given, fused(Optional.of(bare), List.of(RELU)))).containsExactly(0, 0, 0.5f, 0, 0, 0);
    }

    /** What is added to x and −2·x is 10·x and 6·x; a relu before the sum makes 0 of −2·x. */
    @Test
    void sumsAndFunctionsAreDoneInTheirOrder() {
        Fused sumFirst = new Fused(convolution(), Optional.empty(), List.of(ADD, RELU));
        Fused reluFirst = new Fused(convolution(), Optional.empty(), List.of(RELU, ADD));

        assertThat(runOnTwo(sumFirst, Kernels::of)).containsExactly(11, 22, 33, 4, 8, 12);
        assertThat(runOnTwo(reluFirst, Kernels::of)).containsExactly(11, 22, 33, 6, 12, 18);
    }

    /** One that knows of nothing to be done after its sums. */
    @Test
    void afterAKernelThatDoesNotAskItIsDoneAllTheSame() {
        Fused sumFirst = new Fused(convolution(), Optional.empty(), List.of(ADD, RELU));

        assertThat(runOnTwo(sumFirst, op -> Optional.of(FusedKernelTest::withoutAsking)))
                .containsExactly(11, 22, 33, 4, 8, 12);
    }

    private static Pass withoutAsking(Op op, List<Shape> inputs, Weights weights) {
        float[] weight = weights.draw("weight", 2, 1, 1);
        return call -> {
            Tensor x = call.input();
            Tensor y = call.output(Shape.of(1, 2, 3));
            for (int i = 0; i < 6; i++) {
                y.data()[y.offset() + i] = weight[i / 3] * x.data()[x.offset() + i % 3];
            }
        };
    }

    private static float[] runOnTwo(Fused op, Function<Op, Optional<Kernel<Op>>> kernels) {
        Map<String, float[]> given = given();
        given.put("y", new float[] {10, 20, 30, 6, 12, 18});
        Layer sum = Layer.of("add", "", "1x1x3; 1x2x3");
        return run(
                sum,
                given,
                (unused, inputs, weights) ->
                        new FusedKernel(kernels, ActivationKernel::loop, RowSum.best()).prepare(op, inputs, weights));
    }

    private static Layer conv() {
        return Layer.of("conv", "channels=2; kernel=1; bias=false", "1x1x3");
    }

    private static Conv convolution() {
        return (Conv) conv().op();
    }

    private static Kernel<Op> fused(Optional<BatchNorm> normalization, List<Op> after) {
        return (op, inputs, weights) -> new FusedKernel(Kernels::of, ActivationKernel::loop, RowSum.best())
                .prepare(new Fused((Conv) op, normalization, after), inputs, weights);
    }
}
