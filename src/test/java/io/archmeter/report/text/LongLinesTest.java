package io.archmeter.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.program.Growth;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** A text may come out of a file of megabytes, and be written on a page that takes lines of any length. */
class LongLinesTest {
    static final class Endless implements IntConsumer {
        @Override
        public void accept(int words) {
            assertThat(Wrapped.lines("word ".repeat(words), "", "  ", Page.ENDLESS))
                    .hasSize(1);
        }
    }

    static final class Narrow implements IntConsumer {
        @Override
        public void accept(int words) {
            Page page = new Page(Glyphs.UNICODE, OptionalInt.of(20));
            // Four words of four letters and the blanks between them are 19.
            assertThat(Wrapped.lines("word ".repeat(words), "", "", page)).hasSize(words / 4);
        }
    }

    @Test
    void aLineTakesAsLongAsItIs() {
        Growth.requireProportional(Endless.class, 400);
    }

    @Test
    void soDoManyLines() {
        Growth.requireProportional(Narrow.class, 400);
    }
}
