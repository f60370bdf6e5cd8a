package io.archmeter.report.markup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What Archmeter brings to a page: its style and its script. Both stand in the page itself, which asks nobody for anything; a
 * Content-Security-Policy lets these run, by their hashes, and nothing else.
 */
public enum PageResource {
    /** Colours, in light and dark, of all that is drawn: the style of a picture that stands alone, and part of that of a page. */
    PICTURE_STYLE("style", "picture.css"),
    /** What answers look like: what changed, what is over its limit, what does not agree, and from which term to which. */
    ANSWER_STYLE("style", "answer.css"),
    /** A network as a graph. */
    GRAPH_STYLE("style", "graph.css"),
    /** Charts of models side by side. */
    CHART_STYLE("style", "chart.css"),
    /** Modules by their share, and what a layer sees of the input. */
    MAP_STYLE("style", "map.css"),
    /** What is held at each step of a run. */
    STEPS_STYLE("style", "steps.css"),
    /** How a page looks. */
    PAGE_STYLE("style", "page.css"),
    /** Tables that are wider than the page move in themselves. */
    PAGE_SCRIPT("script", "page.js"),
    /** Rows are sorted, and searched. */
    TABLE_SCRIPT("script", "table.js"),
    /** Of changes, those of a kind are shown or left out. */
    CHANGES_SCRIPT("script", "changes.js"),
    /** One choice for all pictures: which figure they show. */
    FIGURE_SCRIPT("script", "figure.js"),
    /** Modules are gone into. */
    MAP_SCRIPT("script", "map.js"),
    /** What is known of a layer is shown beside the page. */
    PANEL_SCRIPT("script", "panel.js"),
    /** Modules of a network open and close in its drawing. */
    GRAPH_SCRIPT("script", "graph.js"),
    /** A line in a picture of steps goes where somebody points, or as arrow keys say, and the step below it is put into words. */
    TIMELINE_SCRIPT("script", "timeline.js");

    private final String element;
    private final String file;

    PageResource(String element, String file) {
        this.element = element;
        this.file = file;
    }

    /** Writes it as an element. */
    public void writeTo(Markup markup) {
        markup.open(element).own(text()).close().line();
    }

    /** The class of the elements that a style is for: the name of its file. */
    public String scope() {
        return file.substring(0, file.indexOf('.'));
    }

    /** Writes all styles. */
    public static void writeStyles(Markup page) {
        writeAll("style", page);
    }

    /**
     * What a page may do: apply and run its own, and ask nobody for anything (W3C, Content Security Policy Level 3, section 2.3.1).
     */
    public static String policy() {
        return "default-src 'none'; style-src" + hashes("style") + "; script-src" + hashes("script")
                + "; base-uri 'none'; form-action 'none'";
    }

    private static String hashes(String element) {
        StringBuilder hashes = new StringBuilder();
        for (PageResource own : values()) {
            if (own.element.equals(element)) {
                hashes.append(' ').append(own.hash());
            }
        }
        return hashes.toString();
    }

    /** Writes all scripts, which run where they stand: after what they work on. */
    public static void writeScripts(Markup page) {
        writeAll("script", page);
    }

    private static void writeAll(String element, Markup page) {
        for (PageResource own : values()) {
            if (own.element.equals(element)) {
                own.writeTo(page);
            }
        }
    }

    private String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private String text() {
        try (InputStream in = PageResource.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
