package io.archmeter.cli;

import io.archmeter.load.BundledModel;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import picocli.CommandLine.ITypeConverter;

/** By what a list is sorted: names from the first letter on, figures from the largest on, and first what is not known. */
enum ListOrder {
    NAME("name") {
        @Override
        int compare(BundledModel one, BundledModel other) {
            return one.name().compareTo(other.name());
        }
    },
    PARAMETERS("parameters") {
        @Override
        int compare(BundledModel one, BundledModel other) {
            return largestFirst(one.parameters(), other.parameters());
        }
    },
    MULTIPLY_ADDS("multiply_adds") {
        @Override
        int compare(BundledModel one, BundledModel other) {
            return largestFirst(one.multiplyAdds(), other.multiplyAdds());
        }
    };

    /** By the key of the column, or by what other tools call it. */
    static final class Converter implements ITypeConverter<ListOrder> {
        @Override
        public ListOrder convert(String text) {
            List<String> columns = new ArrayList<>();
            for (ListOrder order : values()) {
                columns.add(order.column);
            }
            return values()[columns.indexOf(SortColumn.among(columns, text))];
        }
    }

    private final String column;

    ListOrder(String column) {
        this.column = column;
    }

    abstract int compare(BundledModel one, BundledModel other);

    /** The same models in this order; those with the same count keep theirs. */
    List<BundledModel> sorted(List<BundledModel> models) {
        List<BundledModel> sorted = new ArrayList<>(models);
        sorted.sort(this::compare);
        return sorted;
    }

    private static int largestFirst(OptionalLong one, OptionalLong other) {
        return Long.compare(other.orElse(Long.MAX_VALUE), one.orElse(Long.MAX_VALUE));
    }
}
