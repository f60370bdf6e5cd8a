package io.archmeter.report.markup;

import io.archmeter.report.text.PlainText;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Elements of HTML and SVG, in the order in which they are written. A text and the value of an attribute are escaped, wherever they
 * come from: what stands in a file is text on a page, and nothing else. What cannot be seen in it is written as its code.
 */
public final class Markup {
    private final StringBuilder written = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;

    /** Begins an element; attributes, texts and elements that follow are its own, until {@link #close()}. */
    public Markup open(String element) {
        endTag();
        written.append('<').append(element);
        open.push(element);
        inTag = true;
        return this;
    }

    /** Begins an element of a class, or of several with spaces between them. */
    public Markup open(String element, String classes) {
        return open(element).attribute("class", classes);
    }

    /**
     * An attribute of the element that was begun last.
     *
     * @throws IllegalStateException where that has a content already
     */
    public Markup attribute(String name, String value) {
        if (!inTag) {
            throw new IllegalStateException("no tag is open for " + name);
        }
        written.append(' ')
                .append(name)
                .append("=\"")
                .append(XmlText.attribute(PlainText.ofLines(value)))
                .append('"');
        return this;
    }

    /** An attribute of the element that was begun last. */
    public Markup attribute(String name, long value) {
        return attribute(name, Long.toString(value));
    }

    /** A text in the element. */
    public Markup text(String text) {
        endTag();
        written.append(XmlText.content(PlainText.ofLines(text)));
        return this;
    }

    /** Ends the element that is open. */
    public Markup close() {
        endTag();
        written.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Ends the element that is open, which has no content: one of SVG, or one of those of HTML that have no end. */
    public Markup closeEmpty() {
        written.append("/>");
        open.pop();
        inTag = false;
        return this;
    }

    /** An element that has a text alone. */
    public Markup element(String element, String text) {
        return open(element).text(text).close();
    }

    /** Elements that were written elsewhere, and are finished. */
    public Markup add(Markup finished) {
        endTag();
        written.append(finished.finished());
        return this;
    }

    /** A line break between elements, for who reads the source or a difference of it. */
    public Markup line() {
        endTag();
        written.append('\n');
        return this;
    }

    /** What is Archmeter's own and needs no escape: the text of a style or a script. */
    Markup own(String text) {
        endTag();
        written.append(text);
        return this;
    }

    /** All that was written, which ends with no element open. */
    public String finished() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return written.toString();
    }

    private void endTag() {
        if (inTag) {
            written.append('>');
            inTag = false;
        }
    }
}
