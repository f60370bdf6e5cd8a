package io.archmeter.report;

import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.LayerCost;
import io.archmeter.analysis.ReceptiveField;
import io.archmeter.analysis.SeenAxis;
import io.archmeter.graph.Extent;
import io.archmeter.report.document.Detail;
import io.archmeter.report.picture.InputWindow;
import io.archmeter.value.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the middle element of a layer's output sees of the network's first input. */
final class InputWindows {
    private InputWindows() {}

    /** Empty where no window is known, or the input has no positions, or more than a plane shows. */
    static Optional<Detail> of(CostReport report, LayerCost layer) {
        List<SeenAxis> seen = layer.receptiveField().map(ReceptiveField::axes).orElse(List.of());
        if (seen.isEmpty()
                || seen.size() > 2
                || seen.size() != report.positions().size()) {
            return Optional.empty();
        }
        List<InputWindow.Axis> axes = new ArrayList<>();
        List<String> sizes = new ArrayList<>();
        List<String> extents = new ArrayList<>();
        for (int position = 0; position < seen.size(); position++) {
            Extent extent = report.input().axis(report.positions().get(position));
            if (!(extent instanceof Extent.Known known) || known.value() == 0) {
                return Optional.empty();
            }
            SeenAxis axis = seen.get(position);
            axes.add(middle(axis, known.value()));
            sizes.add(axis.everything() ? "all" : Long.toString(axis.size()));
            extents.add(Long.toString(known.value()));
        }
        boolean all = seen.stream().allMatch(SeenAxis::everything);
        String size = all ? "everything" : String.join("×", sizes);
        String said = "sees " + size + " of " + String.join("×", extents);
        return Optional.of(new Detail.Drawn(said, new InputWindow("window", "input", said, axes)));
    }

    /** The window of the middle position, up to the border of the input; of two in the middle, the first. */
    private static InputWindow.Axis middle(SeenAxis axis, long extent) {
        if (axis.everything()) {
            return new InputWindow.Axis(extent, 0, extent);
        }
        Rational size = Rational.of(axis.size());
        Rational begin = Rational.of(axis.begin());
        Rational way = Rational.of(axis.end()).minus(begin).minus(size);
        Rational middle =
                begin.plus(axis.stride().map(stride -> half(way, stride)).orElse(Rational.ZERO));
        long first = between(0, middle, extent - 1);
        long end = between(first + 1, middle.plus(size), extent);
        return new InputWindow.Axis(extent, first, end - first);
    }

    /** Half of the way from the first window to the last, in whole steps, and at a whole element. */
    private static Rational half(Rational way, Rational stride) {
        if (way.signum() <= 0 || stride.signum() <= 0) {
            return Rational.ZERO;
        }
        Rational steps = way.over(stride).over(Rational.of(2)).floor();
        return steps.times(stride).floor();
    }

    private static long between(long least, Rational number, long most) {
        if (number.compareTo(Rational.of(least)) < 0) {
            return least;
        }
        return number.compareTo(Rational.of(most)) > 0 ? most : number.toLong().orElseThrow();
    }
}
