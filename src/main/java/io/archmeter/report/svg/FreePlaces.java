package io.archmeter.report.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where texts go that must not lie on each other: the first free place of a few around what each belongs to. */
final class FreePlaces {
    private static final int NEAR = 3;
    private static final int STEP = 14;

    /** A rectangle, in pixels. */
    record Box(int x, int y, int width, int height) {
        boolean meets(Box other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }

        boolean has(Box other) {
            return x <= other.x
                    && y <= other.y
                    && other.x + other.width <= x + width
                    && other.y + other.height <= y + height;
        }
    }

    private final Box paper;
    private final int steps;
    private final List<Box> taken = new ArrayList<>();
    private final List<Box> avoided = new ArrayList<>();

    /**
     * Places on a paper, of which none is taken.
     *
     * @param paper beyond which nothing may lie
     * @param steps how far from what it belongs to a text may lie: in lines of text
     */
    FreePlaces(Box paper, int steps) {
        this.paper = paper;
        this.steps = steps;
    }

    /** Keeps a place free of texts. */
    void take(Box box) {
        taken.add(box);
    }

    /** Keeps a place free of texts while others are free. */
    void avoid(Box box) {
        avoided.add(box);
    }

    /** Takes a place for a text beside a box, near it if there is one; empty where all around is full. */
    Optional<Box> beside(Box box, int width, int height) {
        Optional<Box> free = beside(box, width, height, true);
        Optional<Box> place = free.isPresent() ? free : beside(box, width, height, false);
        place.ifPresent(taken::add);
        return place;
    }

    private Optional<Box> beside(Box box, int width, int height, boolean allFree) {
        for (int step = 0; step < steps; step++) {
            for (Box place : around(box, NEAR + step * STEP, width, height)) {
                if (isFree(place, allFree)) {
                    return Optional.of(place);
                }
            }
        }
        return Optional.empty();
    }

    private boolean isFree(Box place, boolean allFree) {
        return paper.has(place)
                && taken.stream().noneMatch(place::meets)
                && !(allFree && avoided.stream().anyMatch(place::meets));
    }

    /** To the right, to the left, above, below, and at the corners. */
    private static List<Box> around(Box box, int distance, int width, int height) {
        int right = box.x() + box.width() + distance;
        int left = box.x() - distance - width;
        int above = box.y() - distance - height;
        int below = box.y() + box.height() + distance;
        int middleX = box.x() + (box.width() - width) / 2;
        int middleY = box.y() + (box.height() - height) / 2;
        return List.of(
                new Box(right, middleY, width, height),
                new Box(left, middleY, width, height),
                new Box(middleX, above, width, height),
                new Box(middleX, below, width, height),
                new Box(right, above, width, height),
                new Box(right, below, width, height),
                new Box(left, above, width, height),
                new Box(left, below, width, height));
    }
}
