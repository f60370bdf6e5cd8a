package io.archmeter.reports;

import io.archmeter.report.markup.Markup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Markdown that the page of the lectures is written in, as elements of HTML: no more of it than the page has. */
final class HtmlOfMarkdown {
    private static final Pattern INLINE = Pattern.compile("\\[([^\\]]+)\\]\\(([^)]+)\\)|\\*\\*([^*]+)\\*\\*|`([^`]+)`");

    private final Markup page;
    private final List<String> lines;
    private int next;

    private HtmlOfMarkdown(String markdown, Markup page) {
        this.page = page;
        this.lines = markdown.lines().toList();
    }

    static void write(String markdown, Markup page) {
        HtmlOfMarkdown writer = new HtmlOfMarkdown(markdown, page);
        while (writer.next < writer.lines.size()) {
            writer.writeBlock();
        }
    }

    private void writeBlock() {
        String line = lines.get(next);
        if (line.isBlank()) {
            next++;
        } else if (line.startsWith("# ") || line.startsWith("## ")) {
            int marks = line.indexOf(' ');
            page.element("h" + marks, line.substring(marks + 1)).line();
            next++;
        } else if (line.startsWith("| ")) {
            writeTable(taken("|"));
        } else if (line.startsWith("- ")) {
            writeList();
        } else if (line.startsWith("    ")) {
            page.element("pre", String.join("\n", taken("    ")).stripIndent()).line();
        } else if (line.startsWith("```")) {
            writeFenced();
        } else {
            page.open("p");
            writeInline(String.join(" ", paragraph()));
            page.close().line();
        }
    }

    /** The lines from here on that begin so. */
    private List<String> taken(String begin) {
        List<String> taken = new ArrayList<>();
        while (next < lines.size() && lines.get(next).startsWith(begin)) {
            taken.add(lines.get(next++));
        }
        return taken;
    }

    private List<String> paragraph() {
        List<String> paragraph = new ArrayList<>();
        while (next < lines.size() && !lines.get(next).isBlank()) {
            paragraph.add(lines.get(next++));
        }
        return paragraph;
    }

    /** A point goes on in lines that are indented. */
    private void writeList() {
        page.open("ul").line();
        while (next < lines.size() && lines.get(next).startsWith("- ")) {
            StringBuilder point = new StringBuilder(lines.get(next++).substring(2));
            taken("  ").forEach(more -> point.append(' ').append(more.strip()));
            page.open("li");
            writeInline(point.toString());
            page.close().line();
        }
        page.close().line();
    }

    private void writeFenced() {
        List<String> drawing = new ArrayList<>();
        next++;
        while (!lines.get(next).startsWith("```")) {
            drawing.add(lines.get(next++));
        }
        next++;
        page.open("div", "scroll").attribute("tabindex", "0");
        page.element("pre", String.join("\n", drawing)).close().line();
    }

    private void writeTable(List<String> rows) {
        List<String> headers = cells(rows.get(0));
        List<Boolean> numbers =
                cells(rows.get(1)).stream().map(cell -> cell.endsWith(":")).toList();
        page.open("div", "scroll").attribute("tabindex", "0").open("table").line();
        page.open("thead").open("tr");
        for (int column = 0; column < headers.size(); column++) {
            page.open("th", numbers.get(column) ? "number" : "").attribute("scope", "col");
            page.text(headers.get(column)).close();
        }
        page.close().close().line().open("tbody").line();
        for (String row : rows.subList(2, rows.size())) {
            page.open("tr");
            List<String> cells = cells(row);
            for (int column = 0; column < cells.size(); column++) {
                page.open("td", numbers.get(column) ? "number" : classOf(headers.get(column), cells.get(column)));
                writeInline(cells.get(column));
                page.close();
            }
            page.close().line();
        }
        page.close().line().close().close().line();
    }

    private static String classOf(String header, String cell) {
        if (header.equals("why")) {
            return "why";
        }
        if (!header.equals("agrees") || cell.isEmpty()) {
            return "";
        }
        return cell.equals("yes") ? "good" : "bad";
    }

    private static List<String> cells(String row) {
        String inner = row.substring(1, row.lastIndexOf('|'));
        return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
    }

    /** Links, what is strong, and code. */
    private void writeInline(String text) {
        Matcher matcher = INLINE.matcher(text);
        int end = 0;
        while (matcher.find()) {
            page.text(text.substring(end, matcher.start()));
            if (matcher.group(1) != null) {
                page.open("a")
                        .attribute("href", matcher.group(2))
                        .text(matcher.group(1))
                        .close();
            } else if (matcher.group(3) != null) {
                page.element("strong", matcher.group(3));
            } else {
                page.element("code", matcher.group(4));
            }
            end = matcher.end();
        }
        page.text(text.substring(end));
    }
}
