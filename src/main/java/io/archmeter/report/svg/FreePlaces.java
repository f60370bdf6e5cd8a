package io.archmeter.report.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where texts go that must not lie on each other: the first free place of a few around what each belongs to. */
final class FreePlaces {
    private static final int NEAR = 3;
    private static final int STEP = 14;
    private static final int STEPS = 6;

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
    private final List<Box> taken = new ArrayList<>();

    /** @param paper beyond which nothing may lie */
    FreePlaces(Box paper) {
        this.paper = paper;
    }

    /** Keeps a place free of texts. */
    void take(Box box) {
        taken.add(box);
    }

    /** Takes a place for a text beside a box, near it if there is one; empty where all around is full. */
    Optional<Box> beside(Box box, int width, int height) {
        for (int step = 0; step < STEPS; step++) {
            for (Box place : around(box, NEAR + step * STEP, width, height)) {
                if (isFree(place)) {
                    taken.add(place);
                    return Optional.of(place);
                }
            }
        }
        return Optional.empty();
    }

    private boolean isFree(Box place) {
        return paper.has(place) && taken.stream().noneMatch(place::meets);
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
