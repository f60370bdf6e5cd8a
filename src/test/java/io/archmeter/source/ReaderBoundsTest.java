package io.archmeter.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.management.ThreadMXBean;
import io.archmeter.problem.Problem;
import io.archmeter.program.Growth;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile or unlucky file can do: nothing but be refused, before it takes much work. */
class ReaderBoundsTest {
    @Test
    void aHundredLevelsAreRead() {
        assertThat(Reading.yaml("[".repeat(100) + "]".repeat(100)).problems()).isEmpty();
        assertThat(Reading.json("[".repeat(100) + "]".repeat(100)).problems()).isEmpty();
        assertThat(Reading.yaml("- ".repeat(100) + "a").problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"101", "100000"})
    void moreLevelsAreTooDeep(int levels) {
        assertThat(Reading.yaml("[".repeat(levels) + "]".repeat(levels)).codes())
                .containsExactly("1:101 too-deep");
        assertThat(Reading.json("[".repeat(levels) + "]".repeat(levels)).codes())
                .containsExactly("1:101 too-deep");
        assertThat(Reading.yaml("{a: ".repeat(levels)).codes()).containsExactly("1:401 too-deep");
        assertThat(Reading.json("{\"a\":".repeat(levels)).codes()).containsExactly("1:501 too-deep");
        assertThat(Reading.yaml("- ".repeat(levels)).codes()).containsExactly("1:201 too-deep");
        assertThat(Reading.yaml("? ".repeat(levels)).codes()).containsExactly("1:201 too-deep");
    }

    @Test
    void indentedLevelsAreTooDeepToo() {
        StringBuilder text = new StringBuilder();
        for (int level = 0; level < 1_000; level++) {
            text.append(" ".repeat(level)).append("a:\n");
        }

        assertThat(Reading.yaml(text.toString()).codes()).containsExactly("101:101 too-deep");
    }

    @Test
    void aliasesCannotBuildWhatWouldBeTooDeep() {
        String nested = "[".repeat(60) + "%s" + "]".repeat(60);
        String text = "- &a " + nested.formatted("1") + "\n- &b " + nested.formatted("*a") + "\n";

        assertThat(Reading.yaml(text).codes()).containsExactly("2:66 too-deep");

        String mappings = "- &a " + "{k: ".repeat(99) + "1" + "}".repeat(99) + "\n- [*a]\n";
        assertThat(Reading.yaml(mappings).codes()).containsExactly("2:4 too-deep");
    }

    @Test
    void billionLaughsAreRefusedAtTheAliasThatIsTooMuch() {
        StringBuilder text = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 10; i++) {
            String alias = "*a" + (i - 1);
            text.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", Collections.nCopies(10, alias))));
        }

        // The aliases of the lines from 2 on stand for 110, 1,110, 11,110, 111,110 and 1,111,110 parts.
        assertThat(Reading.yaml(text.toString()).problems())
                .extracting(Problem::code, problem -> problem.place().line())
                .containsExactly(tuple("alias-bomb", 6));
    }

    @Test
    void mergesCountAsAliasesDo() {
        StringBuilder text = new StringBuilder("a: &a {");
        for (int i = 0; i < 999; i++) {
            text.append("k").append(i).append(": 0, ");
        }
        text.append("}\nb:\n");
        text.append("- {<<: *a}\n".repeat(1_000));
        assertThat(Reading.yaml(text.toString()).problems()).isEmpty();

        text.append("- {<<: *a}\n");
        assertThat(Reading.yaml(text.toString()).codes()).containsExactly("1003:8 alias-bomb");
    }

    @Test
    void afterAHundredProblemsNoMoreAreLookedFor() {
        Reading yaml = Reading.yaml("- *unknown\n".repeat(200_000));

        assertThat(yaml.problems()).hasSize(101);
        assertThat(yaml.codes()).last().isEqualTo("100:3 too-many-problems");
        assertThat(yaml.located()).isEmpty();
    }

    static final class ManyAnchors implements IntConsumer {
        @Override
        public void accept(int anchors) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < anchors; i++) {
                text.append("- &a").append(i).append(" 1\n");
            }
            text.append("- *unknown\n".repeat(anchors));

            assertThat(Reading.yaml(text.toString()).problems()).hasSize(101);
        }
    }

    @Test
    void unknownAnchorsAreNotHeldBesideAllKnownOnes() {
        Growth.requireProportional(ManyAnchors.class, 2_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "'", "\"", "#", "&"})
    void aLongLineIsNotCopiedForEachOfItsParts(String first) {
        String line = "x: " + first + "a".repeat(1_000_000);

        assertThat(allocatedBytes(() -> Reading.yaml(line))).isLessThan(100L * line.length());
    }

    /** What a task allocates: the engine copies in methods of Java, where no step is counted. */
    private static long allocatedBytes(Runnable task) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        task.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void aNumberOfAMillionDigitsIsRefused() {
        assertThat(Reading.yaml("7".repeat(1_000_000)).codes()).containsExactly("1:1 number-too-large");
        assertThat(Reading.json("7".repeat(1_000_000)).codes()).containsExactly("1:1 number-too-large");
    }

    static final class ManyKeys implements IntConsumer {
        @Override
        public void accept(int keys) {
            StringBuilder yaml = new StringBuilder();
            StringBuilder json = new StringBuilder("{\"first\": 0");
            for (int i = 0; i < keys; i++) {
                yaml.append("key").append(i).append(": 1\n");
                json.append(",\"key").append(i).append("\": 1");
            }

            assertThat(Reading.yaml(yaml.toString()).problems()).isEmpty();
            assertThat(Reading.json(json + "}").problems()).isEmpty();
        }
    }

    @Test
    void keysAreNotHeldBesideAllOthers() {
        Growth.requireProportional(ManyKeys.class, 5_000);
    }
}
