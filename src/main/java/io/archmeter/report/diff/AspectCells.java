package io.archmeter.report.diff;

import io.archmeter.diff.Aspect;
import io.archmeter.report.document.Cell;
import java.util.Optional;

/** What a layer had and has, as cells. */
public record AspectCells(Cell before, Cell after) {
    /** Empty where there is no such thing. */
    public static AspectCells of(Aspect aspect) {
        if (aspect instanceof Aspect.Word word) {
            return new AspectCells(text(word.before()), text(word.after()));
        }
        Aspect.Shapes shapes = (Aspect.Shapes) aspect;
        return new AspectCells(new Cell.Shapes(shapes.before()), new Cell.Shapes(shapes.after()));
    }

    private static Cell text(Optional<String> word) {
        return word.<Cell>map(Cell.Text::new).orElse(Cell.EMPTY);
    }

    /** In words, where a cell without any would look like an oversight: attributes that do nothing are not written. */
    AspectCells forPeople(String name) {
        Cell nothing = new Cell.Text(
                switch (name) {
                    case "stride", "dilation" -> "1";
                    case "padding" -> "0";
                    default -> "none";
                });
        return new AspectCells(
                before.equals(Cell.EMPTY) ? nothing : before, after.equals(Cell.EMPTY) ? nothing : after);
    }
}
