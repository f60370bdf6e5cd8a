package io.archmeter.report;

import io.archmeter.analysis.LayerCost;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Note;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What layers with a window are, as the tables of papers say it. People see it beside the operator, in as few numbers as say it, and a
 * dilation or groups only where there are any that do something. A table for programs has all of it, a number for each axis, at its end.
 */
final class WindowColumns {
    private static final List<String> KEYS = List.of("kernel", "stride", "padding", "dilation", "groups");

    /** After what can be told from other columns, and before the share. */
    private static final int LEAVE = 5;

    private static final Cells NONE = new Cells(none(), none());

    private final boolean people;
    private final Map<Op, Cells> known = new IdentityHashMap<>();
    private boolean any;
    private boolean uneven;
    private boolean dilated;
    private boolean grouped;

    private WindowColumns(boolean people) {
        this.people = people;
    }

    /** The cells of one layer, in the columns for each audience. */
    record Cells(List<Cell> forPeople, List<Cell> forTables) {}

    /** @param layers those that the table shows */
    static WindowColumns of(List<LayerCost> layers) {
        WindowColumns columns = new WindowColumns(true);
        layers.forEach(columns::cells);
        return columns;
    }

    /** Of a table that people do not see. */
    static WindowColumns forTablesAlone() {
        return new WindowColumns(false);
    }

    /** Those of a layer: layers of a loop have one operator, which is read once. */
    Cells cells(LayerCost layer) {
        if (layer.op().isEmpty()) {
            return NONE;
        }
        Op op = layer.op().get();
        Cells cells = known.get(op);
        if (cells == null) {
            cells = cells(LayerWindow.of(op));
            known.put(op, cells);
        }
        return cells;
    }

    private Cells cells(LayerWindow window) {
        any |= !window.kernel().isEmpty();
        uneven |= window.isUneven();
        dilated |= window.isDilated();
        grouped |= window.isGrouped();
        return new Cells(people ? forPeople(window) : none(), forTables(window));
    }

    /** Those that people see; a network without windows has none of them. */
    List<Column> forPeople() {
        return List.of(
                forPeople("kernel", any),
                forPeople("stride", any),
                forPeople("padding", any),
                forPeople("dilation", dilated),
                forPeople("groups", grouped));
    }

    /** One that nobody sees can still be asked for. */
    private static Column forPeople(String key, boolean shown) {
        Column column = key.equals("kernel") ? Column.text(key, key) : Column.number(key, key);
        return column.leaving(LEAVE).only(Audience.PEOPLE).shownIf(shown);
    }

    /** The cells of a layer that people see. */
    private static List<Cell> forPeople(LayerWindow window) {
        return List.of(
                eachAxis(window.kernel()),
                brief(window.stride()),
                padding(window.padding(), window.kernel().size()),
                brief(window.dilation()),
                brief(window.groups()));
    }

    static List<Column> forTables() {
        List<Column> columns = new ArrayList<>();
        for (String key : KEYS) {
            columns.add(Column.text(key, key).only(Audience.TABLES));
        }
        return columns;
    }

    /** The cells of a layer in a table for programs. */
    private static List<Cell> forTables(LayerWindow window) {
        return List.of(
                eachAxis(window.kernel()),
                eachAxis(window.stride()),
                eachAxis(window.padding()),
                eachAxis(window.dilation()),
                eachAxis(window.groups()));
    }

    /** Of several layers together. */
    static List<Cell> none() {
        return Collections.nCopies(KEYS.size(), Cell.EMPTY);
    }

    /** A padding of one number needs no words. */
    List<Note> notes() {
        return uneven
                ? List.of(Note.of("padding: 0+1 is none before an axis, and one element after it", "padding"))
                : List.of();
    }

    /** {@code 3×3}. */
    private static Cell eachAxis(List<Long> numbers) {
        return switch (numbers.size()) {
            case 0 -> Cell.EMPTY;
            case 1 -> new Cell.ExactCount(numbers.get(0));
            default -> new Cell.OneShape(new Shape(numbers));
        };
    }

    /** {@code 2} where it is that along all axes. */
    private static Cell brief(List<Long> numbers) {
        for (long number : numbers) {
            if (number != numbers.get(0)) {
                return eachAxis(numbers);
            }
        }
        return numbers.isEmpty() ? Cell.EMPTY : new Cell.ExactCount(numbers.get(0));
    }

    /** What is before an axis and after it, {@code 0+1}, where that is not the same. */
    private static Cell padding(List<Long> numbers, int axes) {
        if (numbers.size() <= axes) {
            return brief(numbers);
        }
        List<Cell> sides = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            sides.add(new Cell.Text(numbers.get(axis) + "+" + numbers.get(axes + axis)));
        }
        return sides.stream().distinct().count() == 1 ? sides.get(0) : new Cell.Items(sides);
    }
}
