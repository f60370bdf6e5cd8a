package io.archmeter.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Archmeter;
import io.archmeter.analysis.CostReport;
import io.archmeter.load.LoadOptions;
import io.archmeter.sweep.file.SpaceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes of the points of a space. */
class SweepRunTest {
    @TempDir
    private Path folder;

    private List<String> texts(String space) {
        Sweep sweep = WrittenSpace.read(folder, space);
        List<String> texts = new ArrayList<>();
        WrittenSpace.rows(sweep, 2).forEach(row -> texts.add(WrittenSpace.text(row, sweep)));
        return texts;
    }

    /**
     * Of 4 channels that come in and g groups, a filter has 9·4/g weights: with 4 filters 36·4 + 4 = 148 and with 2 groups 18·4 + 4 = 76, with 8
     * filters 296 and 152; the linear layer has 10·4 + 10 = 50 or 10·8 + 10 = 90.
     */
    @Test
    void everyCombinationIsANetwork() {
        assertThat(texts("""
                        spec: net.yaml
                        params: {width: [4, 8], groups: [1, 2]}
                        figures: [parameters, layers, depth]
                        """))
                .containsExactly(
                        "0 width=4 groups=1: 198 4 2",
                        "1 width=4 groups=2: 126 4 2",
                        "2 width=8 groups=1: 386 4 2",
                        "3 width=8 groups=2: 242 4 2");
    }

    /** On 8×8, the convolution multiplies 64·36·4 times and the linear layer 10·4 times; on 4×4 and two samples 2·(16·36·4 + 40). */
    @Test
    void theInputTheBatchAndTheTypeCanVary() {
        assertThat(texts("""
                        spec: net.yaml
                        input: [[4, 8, 8], [4, 4, 4]]
                        batch: [1, 2]
                        dtype: [float32, float16]
                        figures: [multiply_adds, weight_bytes]
                        """))
                .containsExactly(
                        "0 input=4x8x8 batch=1 dtype=float32: 9256 792",
                        "1 input=4x8x8 batch=1 dtype=float16: 9256 396",
                        "2 input=4x8x8 batch=2 dtype=float32: 18512 792",
                        "3 input=4x8x8 batch=2 dtype=float16: 18512 396",
                        "4 input=4x4x4 batch=1 dtype=float32: 2344 792",
                        "5 input=4x4x4 batch=1 dtype=float16: 2344 396",
                        "6 input=4x4x4 batch=2 dtype=float32: 4688 792",
                        "7 input=4x4x4 batch=2 dtype=float16: 4688 396");
    }

    @Test
    void whatVariesTogetherIsOneAxis() {
        assertThat(texts("""
                        spec: net.yaml
                        params: {classes: [1, 2]}
                        zip: {width: [4, 8], groups: [1, 4]}
                        figures: [parameters]
                        """))
                .containsExactly(
                        "0 classes=1 width=4 groups=1: 153",
                        "1 classes=1 width=8 groups=4: 89",
                        "2 classes=2 width=4 groups=1: 158",
                        "3 classes=2 width=8 groups=4: 98");
    }

    @Test
    void conditionsExcludeAndWhatIsNoNetworkIsNamed() {
        assertThat(texts("""
                        spec: net.yaml
                        params: {width: {from: 4, to: 6}, groups: [1, 2, 3]}
                        where: [=width != 5, =in.width == 8]
                        figures: [parameters]
                        """))
                .containsExactly(
                        "0 width=4 groups=1: 198",
                        "1 width=4 groups=2: 126",
                        "2 width=4 groups=3: indivisible-groups",
                        "3 width=5 groups=1: excluded",
                        "4 width=5 groups=2: excluded",
                        "5 width=5 groups=3: excluded",
                        "6 width=6 groups=1: 292",
                        "7 width=6 groups=2: 184",
                        "8 width=6 groups=3: indivisible-groups");
    }

    @Test
    void aSampleHasSoManyPointsForWhichConditionsHoldAndEachOnce() {
        Sweep sweep = evenWidths(200);
        List<Row> taken = WrittenSpace.rows(sweep, 1).stream()
                .filter(row -> !(row.outcome() instanceof Outcome.Excluded))
                .toList();
        assertThat(taken).hasSize(200);
        assertThat(taken.stream().map(row -> row.point().index()).distinct()).hasSize(200);
        assertThat(WrittenSpace.rows(sweep, 4)).isEqualTo(WrittenSpace.rows(sweep, 1));
        assertThat(WrittenSpace.rows(evenWidths(100_000), 2)).hasSize(1000);
    }

    private Sweep evenWidths(int points) {
        return WrittenSpace.read(folder, """
                spec: net.yaml
                params: {width: {from: 1, to: 1000}}
                where: =width %% 2 == 0
                figures: [parameters]
                sample: {points: %d, seed: 5}
                """.formatted(points));
    }

    /** As each model alone comes to, loaded anew: pieces are shared between the points of specs with loops, blocks and conditions. */
    @Test
    void rowsAreWhatEachModelComesToAlone() {
        String net = """
                input: [3, 32, 32]
                params: {widths: [8, 16], depths: [1, 2], expansion: 1, kernels: [3, 3], size: =expansion * 2}
                layers:
                  stem: {conv: "=widths[0]", kernel: 3, stride: 2, padding: 1}
                  stages:
                    for: {width: =widths, depth: =depths, kernel: =kernels}
                    layers:
                      - {repeat: =depth, bottleneck: =width, kernel: =kernel, stride: "=if(i == 0, 2, 1)"}
                      - {batchnorm: , when: =in.channels > 8}
                  pool: {adaptiveavgpool: 1}
                  flatten: flatten
                  fc: {linear: =size}
                blocks:
                  bottleneck:
                    params: {out: required, kernel: required, stride: required}
                    layers:
                      - when: =stride == 1 and in.channels == out
                        residual: {body: {inner: =out, kernel: =kernel}}
                      - when: =not (stride == 1 and in.channels == out)
                        layers: {body: {inner: =out, kernel: =kernel, stride: =stride}}
                  inner:
                    params: {out: required, kernel: required, stride: 1}
                    layers:
                      - {conv: =in.channels * expansion, kernel: 1}
                      - relu
                      - {conv: =out, kernel: =kernel, stride: =stride, padding: =floor(kernel / 2)}
                """;
        Path space = WrittenSpace.write(folder, net, """
                spec: net.yaml
                params:
                  widths: {product: [[4, 8], [8, 12]]}
                  depths: {each: [0, 1, 3], times: 2}
                  expansion: [1, 2]
                  kernels: [[3, 3], [1, 5]]
                figures: [parameters, multiply_adds, effective_multiply_adds, output_bytes, layers, depth]
                """);
        Sweep sweep = SpaceFile.read(space.toString(), Optional.empty());
        List<Row> rows = WrittenSpace.rows(sweep, 2);
        assertThat(rows).hasSize(2 * 2 * 9 * 2 * 2);
        for (Row row : rows) {
            Map<String, String> set = new LinkedHashMap<>();
            row.point().settings().forEach((name, value) -> set.put(name, PointText.of(value)));
            CostReport alone = Archmeter.load(
                            folder.resolve("net.yaml").toString(), new LoadOptions(1, Optional.empty(), set))
                    .analyze();
            assertThat(WrittenSpace.text(row, sweep))
                    .contains(": " + alone.total().parameters() + " "
                            + alone.total().multiplyAdds() + " "
                            + alone.total().effectiveMultiplyAdds() + " "
                            + alone.total().outputBytes() + " "
                            + alone.layers().size() + " ");
        }
        assertThat(SharedNetworks.of(sweep.spec(), new Figures(sweep.figures())))
                .isInstanceOf(SharedNetworks.class);
    }

    /** A name that each turn of a loop gives again is wrong where there are two turns, and in the whole loop only. */
    @Test
    void aLoopThatRepeatsNamesIsNoNetwork() {
        Path space = WrittenSpace.write(folder, """
                        input: [4, 8, 8]
                        params: {turns: 1}
                        layers:
                          more: {repeat: =turns, layers: {conv: {conv: 4, kernel: 1}, act: relu}}
                          last: {repeat: =turns, layers: [{conv: 4, kernel: 1}, {"act{i}": relu}]}
                        """, """
                        spec: net.yaml
                        params: {turns: [1, 2, 3]}
                        figures: [layers]
                        """);
        Sweep sweep = SpaceFile.read(space.toString(), Optional.empty());
        assertThat(WrittenSpace.rows(sweep, 1).stream().map(row -> WrittenSpace.text(row, sweep)))
                .containsExactly("0 turns=1: 4", "1 turns=2: duplicate-name", "2 turns=3: duplicate-name");
    }

    @Test
    void allRecordedFiguresCanBeAskedFor() {
        assertThat(texts("""
                        spec: net.yaml
                        params: {width: [4]}
                        figures: [peak_bytes, receptive_field, kept_for_backward_bytes]
                        dtype: [float32, int8]
                        """))
                .hasSize(2)
                .allMatch(text -> text.matches(".*: [0-9]+ [0-9]+ ([0-9]+|-)"))
                .last()
                .asString()
                .endsWith(" -");
    }
}
