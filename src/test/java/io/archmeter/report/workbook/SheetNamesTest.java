package io.archmeter.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of sheets; what one can be called is what Excel's manual says under "Rename a worksheet". */
class SheetNamesTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "resnet50, resnet50",
                "studies/stems.yaml#vgg16, studies-stems.yaml#vgg16",
                "a[1]:b*c?d\\e, a-1--b-c-d-e",
                "'quoted', -quoted-",
                "it's, it-s",
                "History, History (2)",
                "\"\", sheet",
                "\"   \", sheet",
                // 31 characters fit; of 32, the first 15 and the last 15 stay.
                "a234567890123456789012345678901, a234567890123456789012345678901",
                "a2345678901234567890123456789012, a23456789012345…890123456789012"
            })
    void aNameIsOneThatASheetCanHave(String wanted, String name) {
        assertThat(new SheetNames().like(wanted)).isEqualTo(name);
    }

    @Test
    void noTwoSheetsHaveTheSameNameInWhateverCase() {
        SheetNames names = new SheetNames();
        assertThat(names.like("net")).isEqualTo("net");
        assertThat(names.like("NET")).isEqualTo("NET (2)");
        assertThat(names.like("net")).isEqualTo("net (3)");
        assertThat(names.like("x".repeat(40))).isEqualTo("x".repeat(15) + "…" + "x".repeat(15));
        assertThat(names.like("x".repeat(50))).isEqualTo("x".repeat(13) + "…" + "x".repeat(13) + " (2)");
    }

    /** Beside a pair of UTF-16 a name is one unit shorter: U+1F600 is two of them. */
    @Test
    void noHalfOfAPairIsLeftWhereANameIsCut() {
        assertThat(new SheetNames().like("\uD83D\uDE00".repeat(20)))
                .isEqualTo("\uD83D\uDE00".repeat(7) + "…" + "\uD83D\uDE00".repeat(7));
    }

    @Test
    void anyTextsBecomeNamesThatAreAllowedAndDiffer() {
        long seed = 20261201;
        Random random = new Random(seed);
        String letters = "aA'[]:*?/\\ .#é\uD83D\uDE00\n\t0";
        SheetNames names = new SheetNames();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            StringBuilder wanted = new StringBuilder();
            for (int length = random.nextInt(45); length > 0; length--) {
                wanted.append(letters.charAt(random.nextInt(letters.length())));
            }
            String name = names.like(wanted.toString());
            assertThat(name)
                    .as("seed %d, text %d", seed, i)
                    .hasSizeBetween(1, 31)
                    .doesNotContainPattern("[\\[\\]:*?/\\\\'\\n\\t]");
            assertThat(seen.add(name.toLowerCase(Locale.ROOT)))
                    .as("seed %d, %s", seed, name)
                    .isTrue();
        }
    }
}
