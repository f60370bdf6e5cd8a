package io.archmeter.convention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.archmeter.Model;
import io.archmeter.convention.file.Conventions;
import io.archmeter.graph.DType;
import io.archmeter.problem.ProblemException;
import io.archmeter.spec.Drawn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A convention of one's own, on a network whose numbers are worked out by hand. */
class ConventionCountTest {
    private static final String LAYERS = """
            name: small
            input: [3, 8, 8]
            layers:
              conv: {conv: 4, kernel: 3, stride: 2}
              sigmoid: sigmoid
              pool: globalavgpool
            """;

    @TempDir
    private Path folder;

    /** The convolution puts out 4×3×3 = 36 elements, each of 3·3·3 = 27 products. */
    @Test
    void aChipPricesWhatItsUnitsTake() throws IOException {
        ConventionCount count = count("""
                convention: chip
                multiply_add: 1
                operators:
                  conv: {products: =multiply_adds / kernel_taps, bias: "=if(biases > 0, output, 0)"}
                  sigmoid: {exponentials: =20 * exponentials, divisions: =8 * divisions}
                  globalavgpool: =in.shape[2] * in.shape[3]
                """);

        assertThat(count.layers())
                .extracting(layer -> layer.total().atLeast())
                .containsExactly(36L * 27 / 9 + 36, 20L * 36 + 8 * 36, 3L * 3);
        assertThat(count.total().exact()).hasValue(144 + 1008 + 9);
    }

    /** What has no price is not free. */
    @Test
    void anOperatorWithoutAPriceMakesTheTotalIncomplete() throws IOException {
        ConventionCount count = count("{convention: chip, multiply_add: 1, operators: {conv: =multiply_adds}}");

        assertThat(count.total().exact()).isEmpty();
        assertThat(count.total().atLeast()).isEqualTo(36 * 27);
        assertThat(count.total().origins()).containsExactly("sigmoid", "pool");
        assertThat(count.unpriced()).containsOnlyKeys("sigmoid", "globalavgpool");
        assertThat(count.leftOut()).isEmpty();
    }

    @Test
    void whatIsLeftOutIsNamed() throws IOException {
        ConventionCount count =
                count("{convention: chip, multiply_add: 1, operators: {sigmoid: 0, conv: =multiply_adds}, others: 0}");

        assertThat(count.total().exact()).hasValue(36 * 27);
        assertThat(count.leftOut()).containsOnlyKeys("globalavgpool");
    }

    @Test
    void aPriceIsAWholeNumber() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> count("{convention: chip, multiply_add: 1, others: =output / 7}"))
                .withMessageContaining("5.142857, which is not whole for the layer 'conv'");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> count("{convention: chip, multiply_add: 1, others: =0 - output}"))
                .withMessageContaining("is -36 for the layer 'conv'");
    }

    /** Two samples have twice the work, and as many parameters. */
    @Test
    void aLayerThatIsAFunctionCanHaveAnotherPrice() throws IOException {
        Convention convention =
                convention("{convention: chip, multiply_add: 1, others: '=if(functional, 1, 2) * output'}");
        Model model = new Model(Drawn.graph("""
                name: two
                input: [5]
                layers: [relu, {relu: , functional: true}, {functional: =1 == 1, layers: [relu, {relu: , functional: false}]}]
                """));

        assertThat(ConventionCount.of(convention, model.facts(DType.FLOAT32), false)
                        .layers())
                .extracting(layer -> layer.total().atLeast())
                .containsExactly(10L, 5L, 5L, 10L);
    }

    private ConventionCount count(String text) throws IOException {
        return ConventionCount.of(convention(text), new Model(Drawn.graph(LAYERS)).facts(DType.FLOAT32), false);
    }

    private Convention convention(String text) throws IOException {
        return Conventions.find(
                Files.writeString(folder.resolve("chip.yaml"), text).toString());
    }
}
