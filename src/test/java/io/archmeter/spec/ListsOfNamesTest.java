package io.archmeter.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.load.LoadOptions;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.source.TextFile;
import io.archmeter.spec.load.SpecLoader;
import io.archmeter.value.PlainValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Lists of names of lists, which a few lines can make as large and as deep as they like: each is compared, or refused for what it is. */
class ListsOfNamesTest {
    private static final long SEED = 61;
    private static final int ROUNDS = 400;

    private enum End {
        COMPARED,
        TOO_LARGE,
        TOO_DEEP
    }

    /** Params, each of some of those before it in some brackets, and what is so known of the last one: its size and its depth. */
    private record Drawn(String params, String last, double size, int depth) {
        static Drawn from(SplittableRandom random) {
            int count = 1 + random.nextInt(40);
            int most = 1 + random.nextInt(3);
            int brackets = 1 + random.nextInt(6);
            StringBuilder params = new StringBuilder("p0: [1]");
            List<Double> sizes = new ArrayList<>(List.of(2.0));
            List<Integer> depths = new ArrayList<>(List.of(1));
            for (int i = 1; i < count; i++) {
                int deep = 1 + random.nextInt(brackets);
                double size = deep;
                int depth = 0;
                List<String> names = new ArrayList<>();
                for (int part = random.nextInt(most); part >= 0; part--) {
                    int other = Math.max(0, i - 1 - random.nextInt(2));
                    names.add("=p" + other);
                    size += sizes.get(other);
                    depth = Math.max(depth, depths.get(other));
                }
                params.append(", p").append(i).append(": ").append("[".repeat(deep));
                params.append(String.join(", ", names)).append("]".repeat(deep));
                sizes.add(size);
                depths.add(depth + deep);
            }
            // What is refused stands among the params, be it the last or one before.
            double largest =
                    sizes.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
            int deepest = depths.stream().mapToInt(Integer::intValue).max().orElseThrow();
            return new Drawn(params.toString(), "p" + (count - 1), largest, deepest);
        }
    }

    @Test
    void eachIsComparedOrRefused() {
        SplittableRandom random = new SplittableRandom(SEED);
        Map<End, Integer> ends = new EnumMap<>(End.class);
        for (int round = 0; round < ROUNDS; round++) {
            Drawn drawn = Drawn.from(random);
            End end = end(drawn);
            String about = "seed " + SEED + ", round " + round + ": " + drawn;
            assertThat(end == End.COMPARED).as(about).isEqualTo(drawn.size <= 1_000_000 && drawn.depth <= 100);
            ends.merge(end, 1, Integer::sum);
        }
        assertThat(ends).hasSize(End.values().length);
    }

    private static End end(Drawn drawn) {
        String spec = "input: [3]\nparams: {" + drawn.params + "}\nlayers: [{relu: , when: =" + drawn.last + " == "
                + drawn.last + "}]\n";
        TextFile text = TextFile.of("a.yaml", spec.getBytes(StandardCharsets.UTF_8));
        try {
            assertThat(SpecLoader.load(text, Optional.empty(), LoadOptions.DEFAULT)
                            .nodes())
                    .hasSize(2);
            return End.COMPARED;
        } catch (ProblemException refused) {
            List<String> codes =
                    refused.problems().stream().map(Problem::code).distinct().toList();
            assertThat(codes).isSubsetOf("list-too-large", "too-deep").isNotEmpty();
            return codes.contains("too-deep") ? End.TOO_DEEP : End.TOO_LARGE;
        }
    }

    @Test
    void sizesAndDepthsAreThoseOfTheListWrittenOut() {
        PlainValue pair = new PlainValue.Items(List.of(PlainValue.Num.of(1), new PlainValue.Text("x".repeat(32))));
        assertThat(pair.size()).isEqualTo(1 + 1 + 3);
        assertThat(pair.depth()).isEqualTo(1);
        PlainValue nested = new PlainValue.Items(List.of(pair, pair, new PlainValue.Nothing()));
        assertThat(nested.size()).isEqualTo(1 + 5 + 5 + 1);
        assertThat(nested.depth()).isEqualTo(2);
    }
}
