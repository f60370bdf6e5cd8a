package io.archmeter.report.writer;

import io.archmeter.report.document.Detail;
import io.archmeter.report.document.Tone;
import io.archmeter.report.markup.Markup;

/** A remark on a page. What it means is said in words too, for who does not see its colour. */
final class HtmlRemark {
    private HtmlRemark() {}

    static void write(Detail.Remark remark, Markup page) {
        String classes = HtmlTable.classOf(remark.tone());
        page.open("div", classes.isEmpty() ? "remark" : "remark " + classes).open("p");
        String meaning = meaning(remark.tone());
        if (!meaning.isEmpty()) {
            page.open("span", "unseen").text(meaning + ": ").close();
        }
        page.text(remark.caption()).close();
        if (!remark.lines().isEmpty()) {
            page.open("ul").line();
            remark.lines().forEach(line -> page.element("li", line).line());
            page.close();
        }
        page.close().line();
    }

    private static String meaning(Tone tone) {
        return switch (tone) {
            case PLAIN, DRAWN -> "";
            case PROBLEM -> "problem";
            case WARNING -> "warning";
            case WORSE -> "worse";
            case BETTER -> "better";
            case ADDED -> "added";
            case REMOVED -> "removed";
            case CHANGED -> "changed";
        };
    }
}
