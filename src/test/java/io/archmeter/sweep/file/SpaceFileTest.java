package io.archmeter.sweep.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.archmeter.problem.ProblemException;
import io.archmeter.sweep.Limit;
import io.archmeter.sweep.Sample;
import io.archmeter.sweep.Sweep;
import io.archmeter.sweep.WrittenSpace;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a space says, and what is wrong with one. */
class SpaceFileTest {
    @TempDir
    private Path folder;

    private Sweep read(String space) {
        return WrittenSpace.read(folder, space);
    }

    @Test
    void limitsAreInTheWordsOfBudgets() {
        Sweep sweep = read("""
                spec: net.yaml
                limits: {parameters: at most 1.5k, multiply_adds: [1M, 2M], depth: 3, receptive_field: 5, weight_bytes: at least 1KiB}
                """);
        assertThat(sweep.limits().stream().map(Limit::toString))
                .containsExactly(
                        "Limit[metric=parameters, least=OptionalLong.empty, most=OptionalLong[1500], text=at most 1.5k]",
                        "Limit[metric=multiply_adds, least=OptionalLong[1000000], most=OptionalLong[2000000], text=1M to 2M]",
                        "Limit[metric=depth, least=OptionalLong.empty, most=OptionalLong[3], text=at most 3]",
                        "Limit[metric=receptive_field, least=OptionalLong[5], most=OptionalLong.empty, text=at least 5]",
                        "Limit[metric=weight_bytes, least=OptionalLong[1024], most=OptionalLong.empty, text=at least 1kib]");
        assertThat(sweep.figures()).hasToString("[parameters, multiply_adds, depth, receptive_field, weight_bytes]");
    }

    @Test
    void aFingerprintIsOfWhatDecidesTheRows() {
        String space = "spec: net.yaml\nparams: {width: [4, 8]}\n";
        String print = read(space).fingerprint();
        assertThat(print).matches("[0-9a-f]{12}");
        assertThat(read("# why\n" + space + "limits: {parameters: 1M}\ntitle: others\n")
                        .fingerprint())
                .isEqualTo(print);
        assertThat(read("spec: net.yaml\nparams: {width: [8, 4]}\n").fingerprint())
                .isNotEqualTo(print);
        assertThat(read(space + "figures: parameters\n").fingerprint()).isNotEqualTo(print);
        assertThat(read(space + "sample: {points: 1, seed: 2}\n").fingerprint()).isNotEqualTo(print);
        Path file = WrittenSpace.write(folder, WrittenSpace.NET.replace("  pool:", "  mean:"), space);
        assertThat(SpaceFile.read(file.toString(), Optional.empty()).fingerprint())
                .isNotEqualTo(print);
    }

    @Test
    void aSampleOfTheCallComesBeforeTheOneOfTheFile() {
        String space = WrittenSpace.write(folder, "spec: net.yaml\nsample: 7\n").toString();
        assertThat(SpaceFile.read(space, Optional.empty()).sample()).contains(new Sample(7, 0));
        assertThat(SpaceFile.read(space, Optional.of(new Sample(8, 9))).sample())
                .contains(new Sample(8, 9));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    params: {width: [4]} | no-spec | names no spec
                    {spec: net.yaml, axis: {}} | unknown-key | has no key 'axis'
                    {spec: net.yaml, params: {widht: [4]}} | unknown-param | did you mean 'width'?
                    {spec: net.yaml, params: {width: []}} | empty-space | width has no values
                    {spec: net.yaml, params: {width: {from: 8, to: 4}}} | empty-space | no values from 8 to 4
                    {spec: net.yaml, params: {width: {from: 1, to: 4, step: 0}}} | out-of-range | positive
                    {spec: net.yaml, params: {width: {from: 1}}} | missing-key | has no 'to'
                    {spec: net.yaml, params: {width: {each: [1]}}} | missing-key | times
                    {spec: net.yaml, params: {width: {step: 1}}} | wrong-values | says no values of width
                    {spec: net.yaml, zip: {width: [1, 2], groups: [1]}} | unequal-lists | groups has 1 values
                    {spec: net.yaml, params: {width: 1}, zip: {width: [1, 2]}} | duplicate-name | has its values already
                    {spec: net.yaml, where: true} | wrong-type | must be an expression
                    {spec: net.yaml, limits: {parameters: -1}} | bad-bound | relative to a baseline
                    {spec: net.yaml, limits: {parameters: [2, 1]}} | bad-bound | the smaller number first
                    {spec: net.yaml, limits: {parameters: 1GiB}} | wrong-unit | no unit of a count
                    {spec: net.yaml, limits: {params: 1}} | unknown-key | did you mean 'parameters'?
                    {spec: net.yaml, minimize: macs} | unknown-figure | did you mean 'multiply_adds'?
                    {spec: net.yaml, minimize: depth, maximize: depth} | duplicate-name | wanted twice
                    {spec: net.yaml, maximize: accuracy} | missing-key | nobody says how accurate
                    {spec: net.yaml, sample: 0} | out-of-range | whole number from 1
                    {spec: net.yaml, dtype: half} | unknown-dtype | did you mean 'float16'?
                    {spec: "net.yaml#big"} | unknown-variant | has no variants
                    {spec: nets.yaml} | missing-file | net.yaml
                    """)
    void whatIsWrongIsSaidWithItsPlace(String space, String code, String words) {
        assertThatThrownBy(() -> read(space))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("[" + code + "]")
                .hasMessageContaining(words);
    }
}
