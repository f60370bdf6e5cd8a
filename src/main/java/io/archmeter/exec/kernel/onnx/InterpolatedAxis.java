package io.archmeter.exec.kernel.onnx;

/** One axis that is resized: which elements, and how much of each, become an element. */
final class InterpolatedAxis {
    private final int extent;
    private final int wanted;
    private final double scale;
    private final double begin;
    private final double end;
    private final String mode;
    private final String coordinates;
    private final String rounding;
    private final double cubic;
    private final boolean antialias;
    private final boolean excluding;
    private final double outside;

    /**
     * @param begin where the region begins, as a share of the axis
     * @param end where the region ends
     */
    InterpolatedAxis(OnnxCall call, int extent, int wanted, double scale, double begin, double end) {
        this.extent = extent;
        this.wanted = wanted;
        this.scale = scale;
        this.begin = begin;
        this.end = end;
        boolean old = call.type().equals("Upsample") || call.version() <= 10;
        mode = call.settings().text("mode", "nearest");
        coordinates = old ? "asymmetric" : call.settings().text("coordinate_transformation_mode", "half_pixel");
        rounding = old ? (scale < 1 ? "ceil" : "floor") : call.settings().text("nearest_mode", "round_prefer_floor");
        cubic = call.settings().real("cubic_coeff_a", -0.75f);
        antialias = call.settings().flag("antialias", false);
        excluding = call.settings().flag("exclude_outside", false);
        outside = call.settings().real("extrapolation_value", 0);
    }

    int wanted() {
        return wanted;
    }

    /** What stands where a region reaches beyond the axis. */
    double outside() {
        return outside;
    }

    /** Where an element comes from, in float32: that decides which of two neighbours is the nearest. */
    private double original(int to) {
        double length = wanted;
        return switch (coordinates) {
            case "align_corners" -> wanted == 1 ? 0 : to * (extent - 1.0) / (wanted - 1);
            case "asymmetric" -> to / (float) scale;
            case "half_pixel_symmetric" -> {
                double adjustment = length / (scale * extent);
                double centre = extent / 2.0;
                yield centre * (1 - adjustment) + (to + 0.5) / scale - 0.5;
            }
            case "pytorch_half_pixel" -> wanted > 1 ? (to + 0.5f) / (float) scale - 0.5f : 0;
            case "tf_crop_and_resize" ->
                wanted > 1
                        ? begin * (extent - 1) + to * (end - begin) * (extent - 1) / (wanted - 1)
                        : 0.5 * (begin + end) * (extent - 1);
            case "tf_half_pixel_for_nn" -> (to + 0.5f) / (float) scale;
            default -> (to + 0.5f) / (float) scale - 0.5f;
        };
    }

    private boolean isOutside(double at) {
        return coordinates.equals("tf_crop_and_resize") && (at < 0 || at > extent - 1);
    }

    /** The elements that one is made of; none where it lies outside. */
    int[] places(int to) {
        double at = original(to);
        if (isOutside(at)) {
            return new int[0];
        }
        if (mode.equals("nearest")) {
            return new int[] {inside(nearest(at))};
        }
        int first = (int) Math.floor(at) - reach() + 1;
        int[] places = new int[2 * reach()];
        for (int tap = 0; tap < places.length; tap++) {
            places[tap] = inside(first + tap);
        }
        return places;
    }

    /** How far a filter reaches to each side; one against aliases is as wide as what becomes one element. */
    private int reach() {
        int usual = mode.equals("cubic") ? 2 : 1;
        return antialias && scale < 1 ? (int) Math.ceil(usual / scale) + 1 : usual;
    }

    double[] weights(int to) {
        double at = original(to);
        if (mode.equals("nearest")) {
            return new double[] {1};
        }
        int first = (int) Math.floor(at) - reach() + 1;
        double shrink = antialias ? Math.min(scale, 1) : 1;
        double[] weights = new double[2 * reach()];
        double sum = 0;
        for (int tap = 0; tap < weights.length; tap++) {
            double distance = Math.abs(at - (first + tap)) * shrink;
            boolean beside = first + tap < 0 || first + tap >= extent;
            weights[tap] = (excluding || antialias) && beside
                    ? 0
                    : mode.equals("cubic") ? curve(distance) : Math.max(0, 1 - distance);
            sum += weights[tap];
        }
        for (int tap = 0; tap < weights.length; tap++) {
            weights[tap] /= sum;
        }
        return weights;
    }

    /** Keys 1981, "Cubic convolution interpolation for digital image processing". */
    private double curve(double x) {
        if (x <= 1) {
            return ((cubic + 2) * x - (cubic + 3)) * x * x + 1;
        }
        return x < 2 ? ((cubic * x - 5 * cubic) * x + 8 * cubic) * x - 4 * cubic : 0;
    }

    private int inside(int place) {
        return Math.max(0, Math.min(extent - 1, place));
    }

    private int nearest(double at) {
        return (int)
                switch (rounding) {
                    case "ceil" -> Math.ceil(at);
                    case "floor" -> Math.floor(at);
                    case "round_prefer_ceil" -> Math.floor(at + 0.5);
                    default -> Math.ceil(at - 0.5);
                };
    }
}
