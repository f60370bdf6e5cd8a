package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every command makes a page of. */
class PagesTest {
    /** What is sent by mail and opened by everybody. */
    private static final int LARGEST = 1_500_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "analyze googlenet",
                "analyze resnet18 --depth 2 --sort parameters",
                "compare alexnet vgg16 googlenet resnet50",
                "compare alexnet vgg16 --by stage",
                "memory vgg16",
                "memory alexnet resnet18 --limit 8GiB",
                "diff vgg16 vgg16_bn",
                "verify lenet5",
                "explain alexnet",
                "explain alexnet features.0",
                "reconcile resnet50 4.1G",
                "reconcile resnet50 multiply-adds fvcore",
                "list",
                "list resnet",
                "parameters resnet18",
                "inputs resnet18",
                "conventions",
                "conventions fvcore",
                "devices",
                "devices t4",
                "roofline resnet18",
                "roofline alexnet vgg16 --device t4"
            })
    void aPageIsWholeAndAsksNobody(String line) {
        Cli answer = run(line);

        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isZero();
        PageRules.requireHold(answer.out());
    }

    @Test
    void aPageOfTheLargestModelIsSmall() {
        assertThat(run("analyze resnet152").out().getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(LARGEST);
    }

    /** Where a page is made decides nothing in it. */
    @Test
    void aPageHasTheSameBytesEverywhere() {
        List<String> here = bytes();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertThat(bytes()).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static List<String> bytes() {
        List<String> pages = new ArrayList<>();
        for (String line : List.of("analyze lenet5", "compare alexnet vgg16", "memory alexnet", "list")) {
            pages.add(run(line).out());
        }
        return pages;
    }

    private static Cli run(String line) {
        return Cli.run((line + " --format html").split(" "));
    }
}
