package io.archmeter.report;

import io.archmeter.facts.Amount;
import io.archmeter.facts.Cost;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.MetricCells;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The columns of what conventions count, each by the name of its convention. */
final class CountedColumns {
    private CountedColumns() {}

    /** The conventions that have counted; multiply-adds have their column anyway. */
    static List<String> names(Cost total) {
        List<String> names = new ArrayList<>();
        for (String name : total.counted().keySet()) {
            if (!name.equals(Metric.MULTIPLY_ADDS.toString())) {
                names.add(name);
            }
        }
        return names;
    }

    static List<Column> of(Cost total) {
        return names(total).stream().map(CountedColumns::of).toList();
    }

    static Column of(String convention) {
        return Column.summed(convention, convention);
    }

    /** A cell for each convention that has counted the total. */
    static List<Cell> cells(Cost cost, Cost total) {
        List<Cell> cells = new ArrayList<>();
        names(total).forEach(name -> cells.add(cell(name, cost)));
        return cells;
    }

    /** A convention is asked for to compare its figure, which rounding would spoil. */
    static Cell cell(String convention, Cost cost) {
        return MetricCells.exactCount(amount(convention, cost));
    }

    static OptionalLong count(String convention, Cost cost) {
        return amount(convention, cost).exact();
    }

    private static Amount amount(String convention, Cost cost) {
        return cost.counted().getOrDefault(convention, Amount.ZERO);
    }
}
