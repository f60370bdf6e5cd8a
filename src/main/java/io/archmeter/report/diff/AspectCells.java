package io.archmeter.report.diff;

import io.archmeter.diff.ChangedAttribute;
import io.archmeter.graph.Shape;
import io.archmeter.report.document.Cell;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a layer had and has, as cells. */
public record AspectCells(Cell before, Cell after) {
    /** Empty where there is no such thing. */
    public static AspectCells of(ChangedAttribute aspect) {
        if (aspect instanceof ChangedAttribute.Word word) {
            return new AspectCells(cell(word.before()), cell(word.after()));
        }
        ChangedAttribute.Shapes shapes = (ChangedAttribute.Shapes) aspect;
        return new AspectCells(new Cell.Shapes(shapes.before()), new Cell.Shapes(shapes.after()));
    }

    private static Cell cell(Optional<PlainValue> word) {
        return word.<Cell>map(Cell.Attribute::new).orElse(Cell.EMPTY);
    }

    /**
     * In words where an empty cell would look like an oversight: attributes that do nothing are not written. Of several shapes,
     * those that stayed the same are left out, because a table has room for the first alone.
     */
    AspectCells forPeople(String name) {
        if (before instanceof Cell.Shapes old && after instanceof Cell.Shapes now) {
            return ofOthers(old.shapes(), now.shapes());
        }
        Cell nothing = new Cell.Text(
                switch (name) {
                    case "stride", "dilation" -> "1";
                    case "padding" -> "0";
                    default -> "none";
                });
        return new AspectCells(
                before.equals(Cell.EMPTY) ? nothing : before, after.equals(Cell.EMPTY) ? nothing : after);
    }

    private static AspectCells ofOthers(List<Shape> before, List<Shape> after) {
        List<Shape> old = new ArrayList<>(before);
        List<Shape> now = new ArrayList<>(after);
        for (int i = before.size() - 1; before.size() == after.size() && i >= 0; i--) {
            if (before.get(i).equals(after.get(i))) {
                old.remove(i);
                now.remove(i);
            }
        }
        return new AspectCells(new Cell.Shapes(old), new Cell.Shapes(now));
    }
}
