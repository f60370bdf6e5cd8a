package io.archmeter.report.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.archmeter.BundledModels;
import io.archmeter.Model;
import io.archmeter.analysis.MemoryReport;
import io.archmeter.graph.DType;
import io.archmeter.report.MemoryDocument;
import io.archmeter.report.MemoryPictures;
import io.archmeter.report.Network;
import io.archmeter.report.document.Format;
import io.archmeter.training.Optimizer;
import io.archmeter.training.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Chrome's Trace Event Format: an object with {@code traceEvents}, of which each has {@code name}, {@code ph}, {@code ts} and {@code pid};
 * complete events ({@code X}) have {@code dur} and {@code tid} as well, counters ({@code C}) numbers in {@code args}.
 */
class TraceWriterTest {
    private static final int STEP = 1_000;

    private static MemoryReport memory(Model model) {
        return model.memory(DType.FLOAT32, Optimizer.ADAM);
    }

    private static List<JsonNode> events(Model model) {
        MemoryReport memory = memory(model);
        String written = Written.as(
                Format.TRACE,
                MemoryDocument.of(
                        List.of(new MemoryDocument.Entry(
                                memory,
                                Optional.empty(),
                                MemoryPictures.whole(model.facts(DType.FLOAT32), memory, ""))),
                        false));
        List<JsonNode> events = new ArrayList<>();
        JsonMapper.shared().readTree(written).get("traceEvents").forEach(events::add);
        return events;
    }

    private static List<JsonNode> of(List<JsonNode> events, String phase, int process) {
        return events.stream()
                .filter(event -> event.get("ph").asString().equals(phase)
                        && event.get("pid").asInt() == process)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"alexnet", "googlenet", "gpt2"})
    void countersAreTheLiveBytesOfTheirSteps(String name) {
        Model model = BundledModels.model(name);
        List<JsonNode> events = events(model);
        MemoryReport memory = memory(model);
        List<Long> training = new ArrayList<>();
        for (Step.Phase phase : Step.Phase.values()) {
            training.addAll(memory.training().orElseThrow().liveBytes().get(phase));
        }

        requireCounters(
                of(events, "C", 1),
                memory.inference().steps().stream()
                        .map(memory.inference().liveBytes()::get)
                        .toList());
        requireCounters(of(events, "C", 2), training);
    }

    /** One for each step, and after the last nothing is held. */
    private static void requireCounters(List<JsonNode> counters, List<Long> live) {
        assertThat(counters).hasSize(live.size() + 1);
        for (int step = 0; step <= live.size(); step++) {
            assertThat(counters.get(step).get("ts").asInt()).isEqualTo(step * STEP);
            long sum = 0;
            for (JsonNode bytes : counters.get(step).get("args")) {
                sum += bytes.asLong();
            }
            assertThat(sum).as("step %s", step).isEqualTo(step == live.size() ? 0 : live.get(step));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"alexnet", "resnet152"})
    void eventsHaveWhatTheFormatAsksFor(String name) {
        List<JsonNode> events = events(BundledModels.model(name));

        for (int process = 1; process <= 2; process++) {
            int number = process;
            assertThat(events.stream()
                            .filter(event -> event.get("pid").asInt() == number)
                            .map(event -> event.get("ts").asInt())
                            .toList())
                    .isSorted();
        }
        for (JsonNode event : events) {
            assertThat(event.get("name").asString()).isNotEmpty();
            assertThat(event.get("ph").asString()).isIn("M", "C", "X");
            if (event.get("ph").asString().equals("X")) {
                assertThat(event.get("dur").asInt()).isGreaterThanOrEqualTo(STEP);
                assertThat(event.get("tid").asInt()).isPositive();
            }
        }
        requireNesting(of(events, "X", 1));
        requireNesting(of(events, "X", 2));
    }

    /** On a track, an event ends before the one ends in which it begins. */
    private static void requireNesting(List<JsonNode> events) {
        Map<Integer, Deque<Integer>> openOf = new HashMap<>();
        for (JsonNode event : events) {
            int begin = event.get("ts").asInt();
            int end = begin + event.get("dur").asInt();
            Deque<Integer> open = openOf.computeIfAbsent(event.get("tid").asInt(), track -> new ArrayDeque<>());
            while (!open.isEmpty() && open.peek() <= begin) {
                open.pop();
            }
            assertThat(open.isEmpty() || open.peek() >= end)
                    .as(event.toString())
                    .isTrue();
            open.push(end);
            assertThat(open).hasSizeLessThanOrEqualTo(100);
        }
    }

    /** The input of 1·4·4 elements is held while conv runs, and its output of 2·4·4 too, until linear has read it. */
    @Test
    void lifetimesAreCompleteEvents() {
        Model chain = Network.on("chain", "", 1, 1, 4, 4)
                .layer("conv", "conv", "channels", 2, "kernel", 1)
                .layer("linear", "linear", "features", 3)
                .model();

        assertThat(of(events(chain), "X", 1).stream()
                        .filter(event -> event.get("tid").asInt() > 1)
                        .map(event -> event.get("name").asString() + " " + event.get("ts") + " + " + event.get("dur")
                                + ", " + event.get("args").get("bytes")))
                .containsExactly("input 0 + 2000, 64", "conv 1000 + 2000, 128", "linear 2000 + 1000, 96");
    }

    @Test
    void whatHasNoStepsHasNoTrace() {
        assertThatThrownBy(() -> Written.as(Format.TRACE, Network.analyzed(Network.tiny())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
