package io.archmeter.report.diff;

import io.archmeter.diff.ChangedAttribute;
import io.archmeter.report.document.Cell;
import io.archmeter.report.text.Glyphs;
import io.archmeter.report.writer.TextCells;
import java.util.List;
import java.util.stream.Collectors;

/** What has changed in a layer, in brackets. */
public final class AspectText {
    /** The first say why; the shapes that come after them follow from that. */
    private static final int SHOWN = 3;

    private AspectText() {}

    /** {@code  (features 10 → 12, output 1×10 → 1×12)}; nothing where nothing has changed. */
    public static String of(List<ChangedAttribute> aspects) {
        return aspects.isEmpty()
                ? ""
                : aspects.stream().limit(SHOWN).map(AspectText::of).collect(Collectors.joining(", ", " (", ")"));
    }

    /** All of them, without brackets. */
    static String joined(List<ChangedAttribute> aspects) {
        return aspects.stream().map(AspectText::of).collect(Collectors.joining(", "));
    }

    private static String of(ChangedAttribute aspect) {
        AspectCells cells = AspectCells.of(aspect).forPeople(aspect.name());
        return aspect.name() + " " + of(cells.before()) + " → " + of(cells.after());
    }

    /** A value, as people read it. */
    static String of(Cell cell) {
        return new TextCells(Glyphs.UNICODE).textOf(cell);
    }
}
