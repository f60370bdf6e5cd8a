package io.archmeter.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Model;
import io.archmeter.WrittenModel;
import io.archmeter.load.LoadOptions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Elements that go back to their places, in ONNX Runtime, which counts places through all maps: two samples have two maps each. */
class MaxUnpoolToOnnxTest {
    private static final float[] MAPS = {9, 1, 8, 2, 7, 3, 7, 4, 6, 5, 1, 2, 3, 4, 5, 5, 4, 3, 2, 1};

    private static Map<String, OnnxRuntimeModel.Output> run(String layers, String outputs) {
        Model model = WrittenModel.of(
                "input: [2, 5]\nlayers:\n" + layers + "outputs: " + outputs + "\n",
                new LoadOptions(2, Optional.empty(), Map.of()));
        try (OnnxRuntimeModel onnx = OnnxRuntimeModel.of(model.onnx().convert().toBytes(), 1)) {
            return onnx.run(MAPS);
        }
    }

    /** 9 1, 8 2 and nothing of 7, as PyTorch's pools round down: {@code output_size} says that there was one more. */
    @Test
    void elementsOfEachMapGoBackIntoIt() {
        Map<String, OnnxRuntimeModel.Output> all = run(
                "  pool: {maxpool: 2, return_indices: true}\n"
                        + "  back: {maxunpool: 2, from: [pool, pool.indices]}\n"
                        + "  all: {maxunpool: 2, output_size: 5, from: [pool, pool.indices]}\n",
                "[back, all]");
        assertThat(all.get("back").elements()).containsExactly(9, 0, 8, 0, 0, 7, 0, 6, 0, 2, 0, 4, 5, 0, 3, 0);
        assertThat(all.get("all").elements())
                .containsExactly(9, 0, 8, 0, 0, 0, 7, 0, 6, 0, 0, 2, 0, 4, 0, 5, 0, 3, 0, 0);
    }

    /** A pool that rounds up has a window that hangs over. Steps of 3 leave 9 and 2, and so on, and 5 is one less than two windows reach. */
    @Test
    void mapsMayBeSmallerThanTheWindowsReach() {
        Map<String, OnnxRuntimeModel.Output> all = run(
                "  pool: {maxpool: 2, ceil_mode: true, return_indices: true}\n"
                        + "  back: {maxunpool: 2, output_size: 5, from: [pool, pool.indices]}\n"
                        + "  single: {maxpool: 1, stride: 3, return_indices: true, from: input}\n"
                        + "  apart: {maxunpool: 1, stride: 3, output_size: 5, from: [single, single.indices]}\n",
                "[back, apart]");
        assertThat(all.get("back").elements())
                .containsExactly(9, 0, 8, 0, 7, 0, 7, 0, 6, 5, 0, 2, 0, 4, 5, 5, 0, 3, 0, 1);
        assertThat(all.get("apart").elements())
                .containsExactly(9, 0, 0, 2, 0, 3, 0, 0, 6, 0, 1, 0, 0, 4, 0, 5, 0, 0, 2, 0);
    }
}
