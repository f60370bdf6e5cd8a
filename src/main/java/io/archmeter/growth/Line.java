package io.archmeter.growth;

import java.util.ArrayList;
import java.util.List;

/**
 * A way through the values of some variables: one of them alone, or several together, as height and width of squares.
 *
 * @param variable that stands for all that are moved
 * @param moved the numbers of these
 * @param bases the values of all variables, also of those that stand still
 */
public record Line(Variable variable, List<Integer> moved, List<Long> bases) {
    public Line {
        moved = List.copyOf(moved);
        bases = List.copyOf(bases);
    }

    /** The point at which the variable has a value: others that are moved are as far from their bases. */
    public List<Long> at(long value) {
        List<Long> point = new ArrayList<>(bases);
        for (int each : moved) {
            point.set(each, Math.addExact(bases.get(each), value - variable.base()));
        }
        return point;
    }
}
