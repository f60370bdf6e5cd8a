package io.archmeter.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.WrittenModel;
import io.archmeter.exec.Forward;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Workers;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.memory.MemoryPlanner;
import io.archmeter.weights.SeededInput;
import io.archmeter.weights.SeededWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is said to be seen is what has an effect: each element of the input is changed, and the elements of the output that change
 * with it have it in their windows.
 */
@Tag("vectors")
class SeenByRunningTest {
    private static final int NETWORKS = 150;

    /** What one position of the output sees, from its first element to after its last. */
    private record Window(int begin, int end) {
        int size() {
            return end - begin;
        }
    }

    @Test
    void randomChainsSeeWhatHasAnEffect() {
        int compared = 0;
        for (int seed = 0; seed < NETWORKS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int extent = 40 + random.nextInt(40);
            List<String> layers = new ArrayList<>();
            for (int layer = 1 + random.nextInt(3); layer > 0; layer--) {
                layers.add(layer(random));
            }
            String model = "input: [1, " + extent + "]\nlayers:\n  - " + String.join("\n  - ", layers) + "\n";
            Optional<ReceptiveField> field = WrittenModel.of(model).analyze().receptiveField();
            List<Optional<Window>> windows = windows(WrittenModel.of(model).graph(), extent);
            if (field.isPresent() && windows.size() > 1) {
                compare(model, field.get().axes().get(0), extent, windows);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(NETWORKS * 3 / 4);
    }

    private static String layer(SplittableRandom random) {
        int kernel = 1 + random.nextInt(5);
        int stride = 1 + random.nextInt(3);
        int padding = random.nextInt(kernel);
        int dilation = 1 + random.nextInt(2);
        String window = "kernel: " + kernel + ", stride: " + stride;
        String mode = random.nextBoolean() ? "linear" : "nearest";
        return switch (random.nextInt(5)) {
            case 0 -> "{conv: 1, " + window + ", padding: " + padding + ", dilation: " + dilation + "}";
            case 1 -> "{avgpool: " + kernel + ", stride: " + stride + ", padding: " + padding / 2 + "}";
            case 2 -> "{upsample: " + (1 + random.nextInt(5)) / 2.0 + ", mode: " + mode + "}";
            default -> "{convtranspose: 1, " + window + ", padding: " + padding + ", dilation: " + dilation + "}";
        };
    }

    private static void compare(String model, SeenAxis seen, int extent, List<Optional<Window>> windows) {
        List<Window> some = windows.stream().flatMap(Optional::stream).toList();
        assertThat(some).as(model).isNotEmpty();
        // Windows that reach beyond the input are seen in part; those that are half as large as it, perhaps all.
        int largest = some.stream()
                .filter(window -> window.begin() > 0 && window.end() < extent)
                .mapToInt(Window::size)
                .max()
                .orElse(0);
        assertThat((long) largest)
                .as("size: " + model)
                .isBetween(seen.size() > extent / 2 ? 0 : seen.size(), seen.size());
        int begin = some.stream().mapToInt(Window::begin).min().orElseThrow();
        int end = some.stream().mapToInt(Window::end).max().orElseThrow();
        // The first window and the last may have taps on padding, which have no effect.
        long first = Math.max(0, seen.begin());
        long last = Math.min(extent, seen.end());
        assertThat((long) begin).as("begin: " + model).isBetween(first, first + seen.size());
        assertThat((long) end).as("end: " + model).isBetween(last - seen.size(), last);
        // On average, a window begins a stride after the one before it, and is off by no more than two windows.
        if (seen.stride().isPresent()) {
            double way = seen.stride().get().toDouble() * (windows.size() - 1);
            assertThat(seen.end() - seen.begin() - way).as("stride: " + model).isBetween(0.0, 2.0 * seen.size() + 2);
        }
    }

    /** One for each position of the output; none where nothing has an effect. */
    private static List<Optional<Window>> windows(Graph graph, int extent) {
        Forward forward = new Forward(
                graph,
                MemoryPlanner.plan(NetworkFacts.of(graph, DType.FLOAT32), false),
                new SeededWeights(1),
                new Workers(1),
                new Forward.Options(false, true));
        float[] input = SeededInput.draw(1, extent);
        float[] before = elements(forward.run(input, seen -> {}));
        List<Optional<Window>> windows = new ArrayList<>(Collections.nCopies(before.length, Optional.empty()));
        for (int at = 0; at < extent; at++) {
            float[] changed = input.clone();
            changed[at] += 8;
            float[] after = elements(forward.run(changed, seen -> {}));
            for (int i = 0; i < before.length; i++) {
                if (before[i] != after[i]) {
                    int begin = windows.get(i).map(Window::begin).orElse(at);
                    windows.set(i, Optional.of(new Window(begin, at + 1)));
                }
            }
        }
        return windows;
    }

    private static float[] elements(Tensor tensor) {
        return Arrays.copyOfRange(tensor.data(), tensor.offset(), tensor.end());
    }
}
