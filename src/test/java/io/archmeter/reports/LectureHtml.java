package io.archmeter.reports;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.markup.PageResource;
import io.archmeter.report.picture.Picture;
import io.archmeter.report.svg.Svg;
import java.util.List;

/** The page of the lectures as they showed it: with charts. What is written is that of {@link LecturePage}. */
final class LectureHtml {
    private LectureHtml() {}

    static String text() {
        List<Section> sections = LecturePage.sections();
        Markup page = new Markup();
        page.open("html").attribute("lang", "en").line();
        writeHead(page);
        page.open("body").line().open("main", "lectures").line();
        HtmlOfMarkdown.write(LecturePage.beginning(sections), page);
        writeContents(sections, page);
        for (int i = 0; i < sections.size(); i++) {
            writeSection(sections.get(i), anchor(i), page);
        }
        page.close().line();
        page.close().line().close().line();
        return "<!DOCTYPE html>\n" + page.finished();
    }

    private static void writeHead(Markup page) {
        page.open("head").line();
        page.open("meta").attribute("charset", "utf-8").closeEmpty().line();
        page.open("meta")
                .attribute("http-equiv", "Content-Security-Policy")
                .attribute("content", PageResource.policy())
                .closeEmpty()
                .line();
        page.open("meta")
                .attribute("name", "viewport")
                .attribute("content", "width=device-width, initial-scale=1")
                .closeEmpty()
                .line();
        page.element("title", "The lectures' comparisons, counted again").line();
        PageResource.writeStyles(page);
        page.close().line();
    }

    private static void writeContents(List<Section> sections, Markup page) {
        page.open("nav").attribute("aria-label", "sections").open("ol").line();
        for (int i = 0; i < sections.size(); i++) {
            page.open("li").open("a").attribute("href", "#" + anchor(i));
            page.text(sections.get(i).title()).close().close().line();
        }
        page.close().close().line();
    }

    private static String anchor(int section) {
        return "section-" + (section + 1);
    }

    /** Charts stand before the first table: they show at once what it says to the digit. */
    private static void writeSection(Section section, String anchor, Markup page) {
        String markdown = section.markdown();
        int table = markdown.indexOf("\n| ");
        page.open("section").attribute("id", anchor).line();
        HtmlOfMarkdown.write(markdown.substring(0, table), page);
        section.charts().forEach(chart -> writeChart(chart, page));
        HtmlOfMarkdown.write(markdown.substring(table), page);
        page.close().line();
    }

    private static void writeChart(Picture chart, Markup page) {
        page.open("figure").line();
        page.element("figcaption", chart.title()).line();
        page.open("div", "scroll").attribute("tabindex", "0").line();
        Svg.inPage(chart, page);
        page.line().close().line().close().line();
    }
}
