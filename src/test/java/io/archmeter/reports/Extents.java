package io.archmeter.reports;

import io.archmeter.graph.Shape;

/** The C, H and W of a lecture's formula. */
record Extents(long channels, long height, long width) {
    /** Those of what comes in. */
    static Extents of(Study study) {
        Shape input = study.report().input();
        return new Extents(input.channels(), input.extent(2), input.extent(3));
    }

    Quantity c2() {
        return Quantity.of(channels * channels);
    }

    Quantity hw() {
        return Quantity.of(height * width);
    }

    Quantity hwc() {
        return hw().times(channels);
    }

    Quantity hwc2() {
        return hwc().times(channels);
    }
}
