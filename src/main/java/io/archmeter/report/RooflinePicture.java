package io.archmeter.report;

import io.archmeter.facts.Amount;
import io.archmeter.graph.DType;
import io.archmeter.metric.Metric;
import io.archmeter.report.picture.Paint;
import io.archmeter.report.picture.Quantity;
import io.archmeter.report.picture.Scatter;
import io.archmeter.report.text.Readable;
import io.archmeter.roofline.Binding;
import io.archmeter.roofline.Bound;
import io.archmeter.roofline.Device;
import io.archmeter.roofline.DeviceBounds;
import io.archmeter.roofline.RooflineLayer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The roofline of a device, and the layers of a network below it, each as high as it can get: operations per byte across, in
 * thousandths, and operations per second up (Williams, Waterman and Patterson 2009, figure 1).
 */
public final class RooflinePicture {
    private static final int OF_ONE = 1000;
    private static final BigInteger MOST = BigInteger.TEN.pow(18);

    private final DeviceBounds bounds;
    private final Device device;
    private final List<Scatter.Point> points = new ArrayList<>();
    private final Set<DType> types = new LinkedHashSet<>();
    private final List<String> sentences = new ArrayList<>();
    private int others;

    private RooflinePicture(DeviceBounds bounds) {
        this.bounds = bounds;
        this.device = bounds.device();
        List<RooflineLayer> layers = bounds.network().layers();
        for (int i = 0; i < layers.size(); i++) {
            add(layers.get(i), bounds.layers().get(i));
        }
    }

    /**
     * Empty where no layer has a place below the roof.
     *
     * @param after what its name ends in
     */
    public static Optional<Scatter> of(DeviceBounds bounds, String after) {
        RooflinePicture picture = new RooflinePicture(bounds);
        return picture.points.isEmpty() ? Optional.empty() : Optional.of(picture.picture(after));
    }

    private void add(RooflineLayer layer, Bound bound) {
        Amount moved = layer.traffic().moved();
        long operations = layer.operations().atLeast();
        if (!bound.least().complete() || operations == 0 || moved.atLeast() == 0) {
            others += layer.moves() ? 1 : 0;
            return;
        }
        types.add(layer.type());
        boolean compute = bound.binding() == Binding.COMPUTE;
        long peak = device.peak(layer.type()).orElseThrow();
        long attainable = compute ? peak : Math.max(1, scaled(operations, device.bandwidth(), moved.atLeast()));
        Quantity across = new Quantity(
                Math.max(1, scaled(operations, OF_ONE, moved.atLeast())),
                RooflineColumns.quotient(operations, moved.atLeast()).toPlainString());
        Quantity up = new Quantity(attainable, Readable.count(attainable));
        long least = bound.least().rounded();
        points.add(new Scatter.Point(
                layer.name(),
                Paint.series(compute ? 0 : 1),
                across,
                up,
                new Quantity(least, "at least " + Readable.time(least) + ", bound by " + bound.binding())));
        sentences.add(layer.name() + ": at most " + up.words() + " at " + across.words());
    }

    /** {@code amount · factor / divisor}, rounded down, and no more than an axis has room for. */
    private static long scaled(long amount, long factor, long divisor) {
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(factor))
                .divide(BigInteger.valueOf(divisor))
                .min(MOST)
                .longValueExact();
    }

    private Scatter picture(String after) {
        Scatter.Axis across = across();
        long begin = Math.max(1, scaled(across.first(), device.bandwidth(), OF_ONE));
        long highest = types.stream().mapToLong(this::peak).max().orElseThrow();
        long lowest = Math.min(begin, types.stream().mapToLong(this::peak).min().orElseThrow());
        Scatter.Axis up = new Scatter.Axis(
                "operations per second", true, RoundNumbers.around(lowest, highest, Metric.Unit.COUNT));
        List<Scatter.Line> roofs =
                types.stream().map(type -> roof(type, begin, across)).toList();
        String left = others == 0
                ? ""
                : "; " + others + (others == 1 ? " layer" : " layers") + " without multiply-adds "
                        + (others == 1 ? "is" : "are") + " not drawn";
        return new Scatter(
                "roofline" + after,
                bounds.network().model() + " below the roof of " + device.name()
                        + "; before the bend memory binds, after it compute; the area of a layer is its least time"
                        + left,
                String.join("; ", sentences) + ".",
                across,
                up,
                roofs,
                points);
    }

    private long peak(DType type) {
        return device.peak(type).orElseThrow();
    }

    /** Thousandths of an operation per byte where the roof begins to be flat. */
    private long ridge(DType type) {
        return Math.max(1, scaled(peak(type), OF_ONE, device.bandwidth()));
    }

    private Scatter.Axis across() {
        long least = types.stream().mapToLong(this::ridge).min().orElseThrow();
        long largest = types.stream().mapToLong(this::ridge).max().orElseThrow();
        for (Scatter.Point point : points) {
            least = Math.min(least, point.across().exact());
            largest = Math.max(largest, point.across().exact());
        }
        List<Quantity> ticks = new ArrayList<>();
        for (Quantity tick : RoundNumbers.around(least, largest, Metric.Unit.COUNT)) {
            ticks.add(tick.words().isEmpty() ? tick : new Quantity(tick.exact(), thousandth(tick.exact())));
        }
        return new Scatter.Axis("operations per byte", true, ticks);
    }

    private static String thousandth(long number) {
        return new BigDecimal(number).movePointLeft(3).stripTrailingZeros().toPlainString();
    }

    private Scatter.Line roof(DType type, long begin, Scatter.Axis across) {
        long peak = peak(type);
        List<Scatter.Corner> corners = new ArrayList<>();
        if (begin < peak) {
            corners.add(corner(across.first(), begin));
            corners.add(corner(ridge(type), peak));
        } else {
            corners.add(corner(across.first(), peak));
        }
        corners.add(corner(across.last(), peak));
        return new Scatter.Line(
                type + ": " + Readable.count(peak) + " operations per second, " + Readable.count(device.bandwidth())
                        + " bytes per second",
                corners);
    }

    private static Scatter.Corner corner(long across, long up) {
        return new Scatter.Corner(new Quantity(across, ""), new Quantity(up, ""));
    }
}
