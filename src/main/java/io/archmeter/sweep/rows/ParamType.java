package io.archmeter.sweep.rows;

import io.archmeter.parquet.Column;
import io.archmeter.sweep.Values;
import io.archmeter.value.PlainValue;
import io.archmeter.value.Rational;
import java.util.List;

/** Which type of column holds all values of a param: numbers and flags as such where all of them are, and texts otherwise. */
final class ParamType {
    private ParamType() {}

    static Column.Type of(Values values) {
        if (values instanceof Values.Listed listed) {
            return together(listed.values().stream().map(ParamType::of).toList());
        }
        if (values instanceof Values.Range range) {
            return together(
                    List.of(of(range.first()), of(range.step()), of(range.last().floor())));
        }
        if (values instanceof Values.Union union) {
            return together(union.parts().stream().map(ParamType::of).toList());
        }
        return Column.Type.STRING;
    }

    private static Column.Type of(PlainValue value) {
        if (value instanceof PlainValue.Num num) {
            return of(num.number());
        }
        return value instanceof PlainValue.Flag ? Column.Type.BOOLEAN : Column.Type.STRING;
    }

    private static Column.Type of(Rational number) {
        if (!number.isWhole()) {
            return Column.Type.DOUBLE;
        }
        return number.toLong().isPresent() ? Column.Type.INT64 : Column.Type.STRING;
    }

    private static Column.Type together(List<Column.Type> types) {
        Column.Type all = types.get(0);
        for (Column.Type type : types) {
            if (type != all) {
                boolean numbers = isNumber(type) && isNumber(all);
                all = numbers ? Column.Type.DOUBLE : Column.Type.STRING;
            }
        }
        return all;
    }

    private static boolean isNumber(Column.Type type) {
        return type == Column.Type.INT64 || type == Column.Type.DOUBLE;
    }
}
