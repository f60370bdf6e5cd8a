package io.archmeter.report.document;

import io.archmeter.report.picture.Picture;
import java.util.List;

/** What people see below the rows of a section; programs find the same in its heading or its rows. */
public sealed interface Detail {
    /** The line above it. */
    String caption();

    /** A table of its own. */
    record Listing(String caption, Table table) implements Detail {}

    /** A remark, with lines that belong to it. */
    record Remark(Tone tone, String caption, List<String> lines) implements Detail {
        public Remark {
            lines = List.copyOf(lines);
        }

        /** A remark without lines below it. */
        public static Remark of(String sentence) {
            return of(Tone.PLAIN, sentence);
        }

        /** A remark without lines below it that means something. */
        public static Remark of(Tone tone, String sentence) {
            return new Remark(tone, sentence, List.of());
        }
    }

    /**
     * Numbers over steps, of which one is marked: a chart of characters, where formats that draw have a picture.
     *
     * @param bytes whether these are counted, and nothing else
     */
    record Chart(String caption, boolean bytes, List<Stretch> stretches, Mark mark) implements Detail {
        public Chart {
            stretches = List.copyOf(stretches);
        }

        /** One of bytes. */
        public Chart(String caption, List<Stretch> stretches, Mark mark) {
            this(caption, true, stretches, mark);
        }

        /** The most of any step; zero where there is none. */
        public long largest() {
            return stretches.stream()
                    .flatMap(stretch -> stretch.values().stream())
                    .mapToLong(Long::longValue)
                    .max()
                    .orElse(0);
        }

        /** How many steps all stretches have together. */
        public int steps() {
            return stretches.stream()
                    .mapToInt(stretch -> stretch.values().size())
                    .sum();
        }
    }

    /** A picture, for formats that draw. */
    record Drawn(String caption, Picture picture) implements Detail {
        /** One with its title above it. */
        public static Drawn of(Picture picture) {
            return new Drawn(picture.title(), picture);
        }
    }

    /** Steps that belong together. */
    record Stretch(String label, List<Long> values) {
        public Stretch {
            values = List.copyOf(values);
        }
    }

    /** A step that is named, by its stretch and its place in it. */
    record Mark(int stretch, int step, String label) {}
}
