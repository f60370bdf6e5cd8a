package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.picture.BlocksOverSteps.Witness;
import java.util.ArrayList;
import java.util.List;

/** What is held at the step that is marked, the largest first: its bytes, its colour, and what it is, in as many lines as that takes. */
final class WitnessList {
    private static final int LINE = 20;
    private static final int BYTES = 76;
    private static final int SQUARE = 88;
    private static final int LABEL = 106;
    private static final int BEFORE_WORDS = 10;

    private final List<Witness> witnesses;
    private final int left;
    private final int room;

    /** @param right where the pixels end that there are for it */
    WitnessList(List<Witness> witnesses, int left, int right) {
        this.witnesses = witnesses;
        this.left = left;
        this.room = right - left - LABEL;
    }

    int height() {
        if (witnesses.isEmpty()) {
            return 0;
        }
        int lines = 1
                + witnesses.stream().mapToInt(witness -> lines(witness).size()).sum();
        return 12 + LINE * lines;
    }

    void draw(int top, Markup svg) {
        if (witnesses.isEmpty()) {
            return;
        }
        int y = top + 12 + LINE / 2;
        Pen.text(svg, "strong", left, y, "held at the peak");
        for (Witness witness : witnesses) {
            y += LINE;
            Pen.text(svg, "number end", left + (long) BYTES, y, witness.bytes().words());
            if (!witness.words().isEmpty()) {
                Legend.drawSquare(svg, BlocksDrawing.classOf(witness.series(), witness.tone()), left + SQUARE, y);
            }
            List<String> lines = lines(witness);
            svg.open("text")
                    .attribute("x", left + (long) LABEL)
                    .attribute("y", y)
                    .text(label(witness));
            svg.open("tspan", "faint")
                    .attribute("dx", BEFORE_WORDS)
                    .text(lines.get(0))
                    .close()
                    .close()
                    .line();
            for (String more : lines.subList(1, lines.size())) {
                y += LINE;
                Pen.text(svg, "faint", left + (long) LABEL + BEFORE_WORDS, y, more);
            }
        }
    }

    private String label(Witness witness) {
        return Letters.endsOf(witness.label(), room);
    }

    /** The words beside the label, and below it what there is no room for there; they are broken after commas. */
    private List<String> lines(Witness witness) {
        List<String> lines = new ArrayList<>();
        long pixels = room - BEFORE_WORDS - (long) Letters.width(label(witness));
        String line = "";
        for (String part : witness.words().split("(?<=,) ")) {
            String longer = line.isEmpty() ? part : line + " " + part;
            if (Letters.width(longer) <= pixels) {
                line = longer;
            } else {
                if (lines.isEmpty() || !line.isEmpty()) {
                    lines.add(line);
                }
                pixels = room - (long) BEFORE_WORDS;
                line = Letters.endsOf(part, pixels);
            }
        }
        lines.add(line);
        return lines;
    }
}
