package io.archmeter.report.diff;

import io.archmeter.diff.ChangedAttribute;
import io.archmeter.diff.Difference;
import io.archmeter.diff.align.LayerChange;
import io.archmeter.metric.Metric;
import io.archmeter.snapshot.LayerSnapshot;
import io.archmeter.value.LayerPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The layers of both sides in their order, in runs: those that are one row of a drawing, and those that may become fewer rows. */
final class ChangeRuns {
    private final int depthBefore;
    private final int depthAfter;

    ChangeRuns(Difference difference) {
        this.depthBefore = depth(names(difference.layers(), LayerChange::old));
        this.depthAfter = depth(names(difference.layers(), LayerChange::now));
    }

    private static List<String> names(List<LayerChange> changes, Function<LayerChange, Optional<LayerSnapshot>> side) {
        return changes.stream()
                .flatMap(change -> side.apply(change).stream())
                .map(layer -> layer.name())
                .toList();
    }

    /** Where modules begin to differ: a network whose layers are all below one module has none that tells anything. */
    private static int depth(List<String> names) {
        for (int depth = 1; ; depth++) {
            Set<String> modules = new HashSet<>();
            boolean deeper = false;
            for (String name : names) {
                String module = module(name, depth);
                modules.add(module);
                deeper |= !module.isEmpty();
            }
            if (modules.size() > 1 || !deeper) {
                return depth;
            }
        }
    }

    private static String module(String name, int depth) {
        String module = new LayerPath(name).atDepth(depth);
        return module.equals(name) ? "" : module;
    }

    String moduleBefore(LayerChange change) {
        return change.old().map(layer -> module(layer.name(), depthBefore)).orElse("");
    }

    String moduleAfter(LayerChange change) {
        return change.now().map(layer -> module(layer.name(), depthAfter)).orElse("");
    }

    /** Changes that follow each other, are of one kind, and lie in one module. */
    List<List<LayerChange>> of(List<LayerChange> changes) {
        List<List<LayerChange>> runs = new ArrayList<>();
        int begin = 0;
        for (int next = 1; next <= changes.size(); next++) {
            if (next == changes.size() || !goTogether(changes.get(next - 1), changes.get(next))) {
                runs.add(changes.subList(begin, next));
                begin = next;
            }
        }
        return runs;
    }

    private boolean goTogether(LayerChange one, LayerChange next) {
        return one.getClass() == next.getClass()
                && isFolded(one)
                && isFolded(next)
                && moduleBefore(one).equals(moduleBefore(next))
                && moduleAfter(one).equals(moduleAfter(next));
    }

    /** Whether it tells little: a layer that computes nothing has other shapes, because one before it has. */
    static boolean isInShape(LayerChange change) {
        return change instanceof LayerChange.Changed changed
                && change.adds(Metric.MULTIPLY_ADDS).orElse(1) == 0
                && ChangedAttribute.between(changed.before(), changed.after()).stream()
                        .allMatch(ChangedAttribute.Shapes.class::isInstance);
    }

    private static boolean isFolded(LayerChange change) {
        return !(change instanceof LayerChange.Changed) || isInShape(change);
    }
}
