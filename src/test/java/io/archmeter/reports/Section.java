package io.archmeter.reports;

import io.archmeter.report.picture.Picture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A section of the page: where its figures are printed, which specs ours come from, and the tables. */
final class Section {
    private final String title;
    private final List<Table> tables = new ArrayList<>();
    private final List<Picture> charts = new ArrayList<>();
    private final StringBuilder markdown = new StringBuilder();

    private Section(String title) {
        this.title = title;
        markdown.append("## ").append(title).append('\n');
    }

    static Section section(String title, String source) {
        return new Section(title).text("Source: " + source + ".");
    }

    Section specs(Study... studies) {
        Map<String, List<String>> variants = new LinkedHashMap<>();
        for (Study study : studies) {
            variants.computeIfAbsent(study.file(), file -> new ArrayList<>())
                    .addAll(study.variant().stream().toList());
        }
        List<String> links = new ArrayList<>();
        variants.forEach((file, names) -> links.add(
                "[" + file + "](../" + file + ")" + (names.isEmpty() ? "" : " (" + String.join(", ", names) + ")")));
        return text("Specs: " + String.join("; ", links) + ".");
    }

    Section text(String paragraph) {
        markdown.append('\n').append(paragraph).append('\n');
        return this;
    }

    Section table(Table table) {
        tables.add(table);
        markdown.append('\n').append(table.markdown());
        return this;
    }

    /** Lines as they stand, for what is drawn. */
    Section drawing(String lines) {
        return text("```text\n" + lines + "```");
    }

    /** A picture, which the page that shows pictures has before the first table. */
    Section chart(Picture chart) {
        charts.add(chart);
        return this;
    }

    List<Picture> charts() {
        return List.copyOf(charts);
    }

    List<Table> tables() {
        return List.copyOf(tables);
    }

    String title() {
        return title;
    }

    String markdown() {
        return markdown.toString();
    }
}
