package io.archmeter.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.program.Growth;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardTest {
    @ParameterizedTest
    @CsvSource({
        "'', '', true",
        "'', a, false",
        "*, '', true",
        "*, layer4.0.conv1, true",
        "layer4.*, layer4.0.conv1, true",
        "layer4.*, layer4, false",
        "layer4.*, layer41.0, false",
        "*.conv1, layer4.0.conv1, true",
        "*.conv1, layer4.0.conv12, false",
        "layer*.conv*, layer4.0.conv1, true",
        "*_bn, vgg16_bn, true",
        "*_bn, vgg16, false",
        "a*b*c, abxbc, true",
        "a*b*c, abxb, false",
        "**, x, true",
        "layer4.0, layer4.0, true",
        "layer4.0, layer4x0, false",
        "a?c, abc, false",
    })
    void aStarIsAnyText(String pattern, String text, boolean fits) {
        assertThat(new Wildcard(pattern).fits(text)).isEqualTo(fits);
    }

    static final class ManyStars implements IntConsumer {
        @Override
        public void accept(int letters) {
            assertThat(new Wildcard("*a".repeat(50) + "b").fits("a".repeat(letters)))
                    .isFalse();
        }
    }

    /** All ways to share the text among the stars would be more than there are atoms. */
    @Test
    void manyStarsAreNotTriedInAllWays() {
        Growth.requireProportional(ManyStars.class, 500);
    }

    /** What stands before the first star is looked at once. */
    @ParameterizedTest
    @CsvSource({"'', 1", "layer4.0, 1", "*, 1", "layer4.*, 1", "*.conv1, 6", "*ab*cde*, 3", "long.begin*x, 1"})
    void theEffortIsThatOfTheLongestPartBehindAStar(String pattern, int effort) {
        assertThat(new Wildcard(pattern).effort()).isEqualTo(effort);
    }
}
