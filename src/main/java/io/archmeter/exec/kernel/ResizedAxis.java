package io.archmeter.exec.kernel;

import io.archmeter.op.Interpolation;
import io.archmeter.op.Upsample;

/**
 * An axis of a map that is resized.
 *
 * @param elements for each position of the output, which elements of the input it is made of
 * @param factors and what each of them is multiplied by
 */
record ResizedAxis(int[][] elements, float[][] factors) {
    /** Of the cubic convolution, as in PyTorch. */
    private static final double A = -0.75;

    int positions() {
        return elements.length;
    }

    static ResizedAxis of(Upsample op, int axis, int extent) {
        int positions = op.size().isEmpty()
                ? (int) (extent * op.scaleFactor().getAsDouble())
                : op.size().get(axis);
        int[][] elements = new int[positions][taps(op.mode())];
        float[][] factors = new float[positions][taps(op.mode())];
        for (int i = 0; i < positions; i++) {
            double place = place(op, i, extent, positions);
            int before = (int) Math.floor(place);
            for (int tap = 0; tap < elements[i].length; tap++) {
                int element = before + tap - (elements[i].length - 1) / 2;
                elements[i][tap] = Math.max(0, Math.min(extent - 1, element));
                factors[i][tap] = (float) factor(op.mode(), place - element);
            }
        }
        return new ResizedAxis(elements, factors);
    }

    private static int taps(Interpolation mode) {
        return switch (mode) {
            case NEAREST -> 1;
            case LINEAR, BILINEAR, TRILINEAR -> 2;
            case BICUBIC -> 4;
        };
    }

    private static double place(Upsample op, int position, int extent, int positions) {
        if (op.alignCorners()) {
            return positions == 1 ? 0 : (double) position * (extent - 1) / (positions - 1);
        }
        boolean nearest = op.mode() == Interpolation.NEAREST;
        double centre = nearest ? position : position + 0.5;
        // Multiplied before it is divided, so that a place on an element is not a little beside it.
        double place = op.size().isEmpty() ? centre / op.scaleFactor().getAsDouble() : centre * extent / positions;
        return nearest ? place : place - 0.5;
    }

    /** What an element counts for, so far from the place. */
    private static double factor(Interpolation mode, double away) {
        double distance = Math.abs(away);
        return switch (mode) {
            case NEAREST -> 1;
            case LINEAR, BILINEAR, TRILINEAR -> 1 - distance;
            case BICUBIC ->
                distance <= 1
                        ? ((A + 2) * distance - (A + 3)) * distance * distance + 1
                        : ((A * distance - 5 * A) * distance + 8 * A) * distance - 4 * A;
        };
    }
}
