package io.archmeter.report.svg;

import io.archmeter.report.picture.Paint;

/** The classes of colours in {@code picture.css}, and of texts that stand on them. */
final class PaintClass {
    /** From this step on, a colour of heat is too dark for ink. */
    private static final int DARK = 4;

    private PaintClass() {}

    static String of(Paint paint) {
        return switch (paint.sort()) {
            case SERIES -> "series-" + paint.number();
            case HEAT -> "heat-" + paint.number();
            case REST -> "series-rest";
        };
    }

    /** Of a text on a colour: as light as the paper on what is dark, and the other way round. */
    static String ofTextOn(Paint paint) {
        boolean pale = paint.sort() == Paint.Sort.HEAT && paint.number() < DARK;
        return pale ? "on-pale" : "on-full";
    }
}
