package io.archmeter.report.svg;

import java.util.ArrayList;
import java.util.List;

/**
 * How much room texts take, in pixels, where letters have the size of {@code picture.css}, and what of them fits. No two machines have
 * the same font: these are numbers at which a wide one, DejaVu Sans, still fits.
 */
final class Letters {
    /** From a line to the next. */
    static final int LINE = 18;

    private static final int WIDTH = 7;
    private static final int WIDE = 13;

    /** From here on, scripts of East Asia, whose letters are square: Hangul Jamo is the first. */
    private static final int FIRST_WIDE = 0x1100;

    private static final String ELLIPSIS = "…";
    private static final int MOST_LINES = 2;

    private Letters() {}

    static int width(String text) {
        return text.codePoints().map(Letters::width).sum();
    }

    private static int width(int letter) {
        return letter >= FIRST_WIDE && letter < 0x2000 || letter >= 0x2E80 ? WIDE : WIDTH;
    }

    /** How much room so many letters take that are not wide. */
    static int room(int letters) {
        return letters * WIDTH;
    }

    /** The widest of several texts, but no more than a bound. */
    static int widest(Iterable<String> texts, int most) {
        int widest = 0;
        for (String text : texts) {
            widest = Math.max(widest, width(text));
        }
        return Math.min(widest, most);
    }

    /** Whether there is room for all of a text. */
    static boolean fits(String text, long room) {
        return width(text) <= room;
    }

    /** The begin of a text that is too long. */
    static String beginOf(String text, long room) {
        return parts(text, room, true, false);
    }

    /** The end of a text that is too long: of the path of a layer it tells most. */
    static String endOf(String text, long room) {
        return parts(text, room, false, true);
    }

    /** The begin and the end of a text that is too long: what differs between siblings stands at both. */
    static String endsOf(String text, long room) {
        return parts(text, room, true, true);
    }

    /** As many letters from one end, or in turn from both, as there is room for beside an ellipsis. */
    private static String parts(String text, long room, boolean fromBegin, boolean fromEnd) {
        if (fits(text, room)) {
            return text;
        }
        int[] letters = text.codePoints().toArray();
        int begin = 0;
        int end = letters.length;
        long left = room - width(ELLIPSIS);
        boolean atBegin = fromBegin;
        while (begin < end && width(letters[atBegin ? begin : end - 1]) <= left) {
            left -= width(letters[atBegin ? begin++ : --end]);
            atBegin = fromBegin && !(fromEnd && atBegin);
        }
        int last = fromEnd ? letters.length - end : 0;
        return new String(letters, 0, begin) + ELLIPSIS + new String(letters, letters.length - last, last);
    }

    /** A sentence in lines of so much room; of what does not fit into two of them, the end is left out. */
    static List<String> linesOf(String sentence, long room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : sentence.split(" ")) {
            if (!line.isEmpty() && !fits(line + " " + word, room)) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines.size() <= MOST_LINES ? lines : List.of(lines.get(0), lines.get(1) + " " + ELLIPSIS);
    }
}
