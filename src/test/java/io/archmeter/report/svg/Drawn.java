package io.archmeter.report.svg;

import io.archmeter.report.picture.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in a drawing. */
final class Drawn {
    private static final Pattern RECT = Pattern.compile(
            "<rect class=\"([^\"]*)\" x=\"(-?\\d+)\" y=\"(-?\\d+)\" width=\"(\\d+)\" height=\"(\\d+)\"");
    private static final Pattern TEXT = Pattern.compile("<text[^>]*>(?:<title>[^<]*</title>)?([^<]*)<");

    private Drawn() {}

    /** A rectangle without its place from above, which is that of its row. */
    record Bar(String classes, int x, int width) {}

    /** The rectangles of a class, in their order. */
    static List<Bar> bars(Picture picture, String first) {
        List<Bar> bars = new ArrayList<>();
        Matcher rect = RECT.matcher(Svg.alone(picture));
        while (rect.find()) {
            if (rect.group(1).startsWith(first)) {
                bars.add(new Bar(rect.group(1), Integer.parseInt(rect.group(2)), Integer.parseInt(rect.group(4))));
            }
        }
        return bars;
    }

    /** All texts that are seen, in their order. */
    static List<String> texts(Picture picture) {
        List<String> texts = new ArrayList<>();
        Matcher text = TEXT.matcher(Svg.alone(picture));
        while (text.find()) {
            texts.add(text.group(1));
        }
        return texts;
    }
}
