package io.archmeter.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.archmeter.WrittenModel;
import io.archmeter.graph.DType;
import io.archmeter.graph.Value;
import io.archmeter.report.VerifyDocument;
import io.archmeter.report.document.Format;
import io.archmeter.report.writer.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Networks with tensors that are no float32 are run as if they were. */
class OtherTypesTest {
    private static final String TOKENS = """
            name: two
            inputs: {image: [3, 8, 8], tokens: {shape: [77], dtype: int64}}
            layers:
              image_vector: flatten
              token_vector: {flatten: , from: tokens}
            outputs: [image_vector, token_vector]
            """;

    /** 3·8·8 = 192 numbers and 77, of 4 bytes: 1,076 as float32, though the tokens have 8 bytes each. */
    @Test
    void tokensAreRunAndNamed() {
        Verification verification = WrittenModel.of(TOKENS).verify();

        assertThat(verification.equal()).isTrue();
        assertThat(verification.layers()).allMatch(LayerVerification::computed);
        assertThat(verification.totals().arenaBytes().predicted()).isEqualTo(1_076);
        assertThat(verification.totals().peakBytes().observed()).contains(1_076L);
        assertThat(verification.otherTypes())
                .extracting(Value::name, Value::type)
                .containsExactly(tuple("tokens", DType.INT64));
        assertThat(Written.as(Format.TEXT, VerifyDocument.of(List.of(verification))))
                .endsWith("""
                        two: 2 layers in an arena of 1,076 bytes, predicted = observed
                        two: run as float32, so that no bytes of another type are proved: tokens (int64)
                        """);
        assertThat(Written.as(Format.JSON, VerifyDocument.of(List.of(verification))))
                .contains("\"run_as_float32\": {\n      \"tokens\": \"int64\"\n    }");
    }

    /**
     * All that takes tensors of any type, 2·3·3 = 18 numbers to begin with: the product of the masks lies in the place of the first; padded,
     * it has 2·5·5 = 50 numbers, and with itself 100 beside them, which the flatten shows. The map of floats is added to itself in its
     * place. Held beside the join are 18 numbers of the sum, an output: 18 + 50 + 100 = 168 numbers of 4 bytes.
     */
    @Test
    void whatTakesAnyTypeIsRun() {
        Verification verification = WrittenModel.of("""
                inputs: {map: [2, 3, 3], mask: {shape: [2, 3, 3], dtype: bool}, more: {shape: [2, 3, 3], dtype: bool}}
                layers:
                  sum: {add: , from: [map, map]}
                  both: {multiply: , from: [mask, more]}
                  same: identity
                  padded: {zeropad: 1}
                  twice: {concat: , from: [padded, padded]}
                  flat: flatten
                outputs: [sum, flat]
                """).verify();

        assertThat(verification.differing()).isEmpty();
        assertThat(verification.equal()).isTrue();
        assertThat(verification.totals().peakBytes().observed()).contains(168L * 4);
        assertThat(verification.otherTypes()).extracting(Value::name).containsExactly("mask", "more");
    }

    @Test
    void aNetworkOfFloatsHasNothingToName() {
        Verification verification =
                WrittenModel.of("{input: [3], layers: [relu]}").verify();

        assertThat(verification.otherTypes()).isEmpty();
        assertThat(Written.as(Format.JSON, VerifyDocument.of(List.of(verification))))
                .doesNotContain("run_as");
    }
}
