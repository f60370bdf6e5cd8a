package io.archmeter.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestTest {
    private static final List<String> KEYS =
            List.of("batchnorm", "channels", "dilation", "groups", "kernel", "padding", "stride");

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "kernel, kernel",
        "kernal, kernel",
        "kernl, kernel",
        "kernnel, kernel",
        "kenrel, kernel",
        "kernnal, kernel",
        "Kernel, kernel",
        "batch_norm, batchnorm",
        "Batch-Norm, batchnorm",
        "batch norm, batchnorm",
        "chanels, channels",
        "strides, stride",
    })
    void aSlipOfTheFingerIsRecognized(String written, String meant) {
        assertThat(Nearest.to(written, KEYS)).contains(meant);
    }

    @Test
    void twoLettersSwappedAreOneSlip() {
        assertThat(Nearest.to("ocnv", List.of("conv"))).contains("conv");
        assertThat(Nearest.to("onvc", List.of("conv"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu", "knr", "kern", "size", ""})
    void anotherWordIsNoSlip(String written) {
        assertThat(Nearest.to(written, KEYS)).isEmpty();
    }

    @Test
    void ofTwoNearWordsTheNearerIsMeant() {
        assertThat(Nearest.to("conv2", List.of("conv", "conv2d", "conv2"))).contains("conv2");
        assertThat(Nearest.to("maxpol", List.of("avgpool", "maxpool"))).contains("maxpool");
    }

    @Test
    void ofTwoEquallyNearWordsTheFirstIsMeant() {
        assertThat(Nearest.to("bat", List.of("cat", "rat"))).contains("cat");
    }

    @Test
    void nothingIsMeantWhereNothingIsKnown() {
        assertThat(Nearest.to("kernel", List.of())).isEmpty();
    }

    @Test
    void aWordTooLongToTypeIsNoSlip() {
        String longWord = "k".repeat(65);
        assertThat(Nearest.to(longWord, List.of(longWord))).isEmpty();
        assertThat(Nearest.to("kernel", List.of(longWord))).isEmpty();
        assertThat(Nearest.to("k".repeat(64), List.of("k".repeat(63)))).contains("k".repeat(63));
    }

    @Test
    void aRemedyNamesTheNearestOrAllOrNone() {
        assertThat(Nearest.remedy("kernal", KEYS)).isEqualTo("did you mean 'kernel'?");
        assertThat(Nearest.remedy("up", List.of("false", "true", "caffe"))).isEqualTo("use one of: false, true, caffe");
        assertThat(Nearest.remedy("size", List.of())).isEqualTo("remove it");
    }

    @Test
    void aRemedyNamesThirtyWordsAtMost() {
        List<String> thirty = Collections.nCopies(30, "w");
        assertThat(Nearest.remedy("size", thirty)).isEqualTo("use one of: " + String.join(", ", thirty));
        assertThat(Nearest.remedy("size", Collections.nCopies(31, "w")))
                .isEqualTo("use one of: " + String.join(", ", thirty) + ", …");
    }

    @Test
    void aSlipIsFoundAmongTheFirstThousandWords() {
        List<String> known = new ArrayList<>(Collections.nCopies(999, "padding"));
        known.add("kernel");
        assertThat(Nearest.to("kernal", known)).contains("kernel");
        known.add(0, "padding");
        assertThat(Nearest.to("kernal", known)).isEmpty();
    }
}
