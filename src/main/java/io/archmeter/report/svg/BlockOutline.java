package io.archmeter.report.svg;

import io.archmeter.report.picture.BlocksOverSteps.Block;
import io.archmeter.report.picture.BlocksOverSteps.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A block in pixels: parts from left to right, each a rectangle, without those that no pixel shows.
 *
 * @param label what stands in it where there is room
 */
record BlockOutline(String label, List<Part> parts) {
    private static final int LETTERS_ARE_HIGH = 14;
    private static final int BESIDE_LETTERS = 8;

    BlockOutline {
        parts = List.copyOf(parts);
    }

    /** A rectangle, whose upper edge has the smaller number. */
    record Part(int left, int right, int upper, int lower) {
        private boolean isContinuedBy(Part next) {
            return next.left == right && next.upper == upper && next.lower == lower;
        }

        private long area() {
            return (long) (right - left) * (lower - upper);
        }

        private boolean hasRoomFor(String text) {
            return lower - upper >= LETTERS_ARE_HIGH && Letters.fits(text, right - left - BESIDE_LETTERS);
        }
    }

    static BlockOutline of(Block block, StepScale steps, ByteScale bytes) {
        List<Part> parts = new ArrayList<>();
        for (Span span : block.spans()) {
            Part part = new Part(
                    steps.begin(span.first()),
                    steps.begin(span.last() + 1),
                    bytes.at(span.to()),
                    bytes.at(span.from()));
            Part before = parts.isEmpty() ? null : parts.get(parts.size() - 1);
            if (part.area() > 0) {
                if (before != null && before.isContinuedBy(part)) {
                    parts.set(parts.size() - 1, new Part(before.left, part.right, part.upper, part.lower));
                } else {
                    parts.add(part);
                }
            }
        }
        return new BlockOutline(block.label(), parts);
    }

    /** Whether any pixel shows it. */
    boolean isSeen() {
        return !parts.isEmpty();
    }

    /** A path of SVG, around parts that touch. */
    String path() {
        StringBuilder path = new StringBuilder();
        int begin = 0;
        for (int end = 1; end <= parts.size(); end++) {
            if (end == parts.size() || !touch(parts.get(end - 1), parts.get(end))) {
                around(parts.subList(begin, end), path);
                begin = end;
            }
        }
        return path.toString();
    }

    private static boolean touch(Part left, Part right) {
        return left.right == right.left && left.upper < right.lower && right.upper < left.lower;
    }

    private static void around(List<Part> parts, StringBuilder path) {
        path.append('M').append(parts.get(0).left).append(' ').append(parts.get(0).lower);
        for (Part part : parts) {
            path.append('V').append(part.upper).append('H').append(part.right);
        }
        for (int number = parts.size() - 1; number > 0; number--) {
            path.append('V').append(parts.get(number).lower).append('H').append(parts.get(number).left);
        }
        path.append('V').append(parts.get(0).lower).append('Z');
    }

    /** The largest part, in which a label stands. */
    Part largest() {
        Part largest = parts.get(0);
        for (Part part : parts) {
            largest = part.area() > largest.area() ? part : largest;
        }
        return largest;
    }

    /** The same, cut at lines on which no label may stand. */
    BlockOutline cutAt(List<Integer> lines) {
        List<Part> cut = new ArrayList<>();
        for (Part part : parts) {
            Part left = part;
            for (int line : lines) {
                if (left.left < line && line < left.right) {
                    cut.add(new Part(left.left, line, left.upper, left.lower));
                    left = new Part(line, left.right, left.upper, left.lower);
                }
            }
            cut.add(left);
        }
        return new BlockOutline(label, cut);
    }

    /**
     * As much of the label as there is room for: all of it, its first word, or the end of that, where that is more than a number; else
     * nothing.
     */
    String shownLabel() {
        Part largest = largest();
        String first = label.split(" ", 2)[0];
        String end = first.substring(first.lastIndexOf('.') + 1);
        for (String shown : List.of(label, first, end)) {
            boolean number = shown.chars().allMatch(Character::isDigit);
            if (!number && largest.hasRoomFor(shown)) {
                return shown;
            }
        }
        return "";
    }
}
