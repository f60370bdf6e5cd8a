package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.picture.NetworkDrawing;
import io.archmeter.report.picture.NetworkDrawing.Box;
import io.archmeter.report.picture.NetworkDrawing.Kind;
import io.archmeter.report.picture.Quantity;
import java.util.Locale;

/** The elements of one box. */
final class BoxMarkup {
    private static final int LEFT = 9;
    private static final int EDGE = 4;
    private static final int OF_A_LETTER = 7;
    private static final String CLOSED = "M8 7l7 4l-7 4z";
    private static final String OPEN = "M7 8h8l-4 7z";

    private final NetworkDrawing network;
    private final long largest;
    private final boolean page;

    BoxMarkup(NetworkDrawing network, long largest, boolean page) {
        this.network = network;
        this.largest = largest;
        this.page = page;
    }

    /** Begins its element, which is open for more attributes. */
    void begin(Box box, Markup svg) {
        StringBuilder classes =
                new StringBuilder("box ").append(box.kind().name().toLowerCase(Locale.ROOT));
        if (box.open()) {
            classes.append(" open");
        } else if (!box.amounts().isEmpty()) {
            classes.append(" heat-").append(Heat.of(Math.min(amount(box).exact(), largest), largest));
        }
        svg.open("g", classes.toString());
        if (!page) {
            return;
        }
        if (!box.path().isEmpty()) {
            svg.attribute("data-of", box.path());
        }
        NetworkGraph.amounts(box, svg);
        svg.attribute("data-at", box.row() + " " + box.centre() + " " + box.width() + " " + box.height());
    }

    private Quantity amount(Box box) {
        return box.amounts().get(network.figure());
    }

    /**
     * Writes all but what is inside.
     *
     * @param shown whether it is seen at first; else a script adds what follows from the data when it is
     */
    void write(Box box, int width, int height, boolean shown, Markup svg) {
        if (shown && !box.path().isEmpty()) {
            svg.element("title", title(box));
        }
        boolean round = box.kind() == Kind.INPUT || box.kind() == Kind.OUTPUT;
        if (box.kind() == Kind.MODULE || box.kind() == Kind.REST) {
            rect("stack", 3, 3, box.width(), box.height(), 6, svg);
        }
        rect("face", 0, 0, width, height, round ? 11 : 5, svg);
        switch (box.kind()) {
            case INPUT, OUTPUT, FUNCTION -> name(box, LEFT, 15, svg.open("text", "name"), true);
            case LAYER -> {
                name(box, LEFT, 16, svg.open("text", "name"), false);
                text("about", LEFT, 30, box.about(), svg);
            }
            default -> module(box, width, svg);
        }
        if (shown && !box.amounts().isEmpty()) {
            words(box, width, svg);
            bar(box, svg);
        }
    }

    private static void name(Box box, int x, int y, Markup text, boolean withAbout) {
        text.attribute("x", x).attribute("y", y).text(box.name());
        if (withAbout && !box.about().isEmpty()) {
            text.open("tspan", "about").attribute("dx", 6).text(box.about()).close();
        }
        text.close();
    }

    private void module(Box box, int width, Markup svg) {
        boolean folds = box.inside().isPresent();
        int indent = folds ? 2 * OF_A_LETTER : 0;
        if (folds) {
            svg.open("g", "grip");
            if (page) {
                svg.attribute("tabindex", 0)
                        .attribute("role", "button")
                        .attribute("aria-expanded", String.valueOf(box.open()))
                        .attribute("aria-label", box.path() + ", " + box.about());
            }
            rect("handle", 0, 0, width, 20, 5, svg);
            svg.open("path", "fold").attribute("d", box.open() ? OPEN : CLOSED).closeEmpty();
        }
        name(box, LEFT + indent, 16, svg.open("text", "name"), false);
        if (folds) {
            svg.close();
        }
        text("about", LEFT, 31, box.about(), svg);
        text("about", LEFT, 44, box.remark(), svg);
    }

    private void words(Box box, int width, Markup svg) {
        String words = amount(box).words();
        svg.open("text", "words")
                .attribute("x", width - LEFT)
                .attribute("y", box.kind() == Kind.FUNCTION ? 15 : 16)
                .text(words.equals("0") || words.equals("0 B") ? "" : words)
                .close();
    }

    private void bar(Box box, Markup svg) {
        int room = box.width() - 2 * EDGE;
        long length = Scale.length(Math.min(amount(box).exact(), largest), largest, room);
        svg.open("rect", "bar")
                .attribute("x", EDGE)
                .attribute("y", box.height() - 3)
                .attribute("width", length)
                .attribute("height", 2)
                .closeEmpty();
    }

    /** What a pointer is told that rests there. */
    private String title(Box box) {
        StringBuilder title = new StringBuilder(box.path());
        for (String line : new String[] {box.about(), box.remark()}) {
            title.append(line.isEmpty() ? "" : "\n" + line);
        }
        for (int figure = 0; figure < box.amounts().size(); figure++) {
            title.append('\n').append(network.figures().get(figure)).append(": ");
            title.append(box.amounts().get(figure).words());
        }
        return title.toString();
    }

    private static void text(String classes, int x, int y, String text, Markup svg) {
        svg.open("text", classes).attribute("x", x).attribute("y", y).text(text).close();
    }

    private static void rect(String classes, int x, int y, int width, int height, int round, Markup svg) {
        svg.open("rect", classes);
        if (x > 0) {
            svg.attribute("x", x).attribute("y", y);
        }
        svg.attribute("width", width)
                .attribute("height", height)
                .attribute("rx", round)
                .closeEmpty();
    }
}
