package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.picture.Amount;
import io.archmeter.report.picture.NetworkDrawing;
import io.archmeter.report.picture.NetworkDrawing.Box;
import io.archmeter.report.picture.NetworkDrawing.Kind;
import java.util.Locale;

/** The elements of one box. */
final class BoxMarkup {
    private static final int LEFT = 9;
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
        StringBuilder classes = new StringBuilder("box ").append(box.kind().name().toLowerCase(Locale.ROOT));
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

    private Amount amount(Box box) {
        return box.amounts().get(network.figure());
    }

    /** Writes all but what is inside. */
    void write(Box box, int width, int height, Markup svg) {
        if (!box.path().isEmpty()) {
            svg.element("title", title(box));
        }
        boolean round = box.kind() == Kind.INPUT || box.kind() == Kind.OUTPUT;
        if (box.kind() == Kind.MODULE || box.kind() == Kind.REST) {
            rect("stack", 3, 3, box.width(), box.height(), 6, svg);
        }
        rect("face", 0, 0, width, height, round ? 11 : 5, svg);
        switch (box.kind()) {
            case INPUT, OUTPUT, FUNCTION -> oneLine(box, width, svg);
            case LAYER -> {
                text("name", LEFT, 16, box.name(), svg);
                text("about", LEFT, 30, box.about(), svg);
                words(box, width, 16, svg);
            }
            default -> module(box, width, svg);
        }
        if (!box.amounts().isEmpty()) {
            bar(box, svg);
        }
    }

    private void oneLine(Box box, int width, Markup svg) {
        text("name", LEFT, 15, box.name(), svg);
        if (box.kind() == Kind.FUNCTION) {
            words(box, width, 15, svg);
        }
        if (!box.about().isEmpty()) {
            text("about", LEFT + 6 + box.name().length() * OF_A_LETTER, 15, box.about(), svg);
        }
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
        text("name", LEFT + indent, 16, box.name(), svg);
        if (folds) {
            svg.close();
        }
        words(box, width, 16, svg);
        text("about", LEFT, 31, box.about(), svg);
        text("about", LEFT, 44, box.remark(), svg);
    }

    private void words(Box box, int width, int y, Markup svg) {
        svg.open("text", "words").attribute("x", width - LEFT).attribute("y", y);
        svg.text(amount(box).exact() == 0 && !amount(box).words().startsWith("≥") ? "" : amount(box).words())
                .close();
    }

    private void bar(Box box, Markup svg) {
        int room = box.width() - 2 * LEFT;
        long length = Scale.length(Math.min(amount(box).exact(), largest), largest, room);
        svg.open("rect", "bar")
                .attribute("x", LEFT)
                .attribute("y", box.height() - 4)
                .attribute("width", length)
                .attribute("height", 2)
                .closeEmpty();
    }

    /** What a pointer is told that rests there. */
    private String title(Box box) {
        StringBuilder title = new StringBuilder(box.path());
        if (!box.about().isEmpty()) {
            title.append('\n').append(box.about());
        }
        if (!box.remark().isEmpty()) {
            title.append('\n').append(box.remark());
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
