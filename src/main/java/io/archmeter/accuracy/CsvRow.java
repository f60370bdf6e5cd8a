package io.archmeter.accuracy;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.source.TextFile;
import java.util.ArrayList;
import java.util.List;

/** A line of comma-separated values; its cells know their places. */
record CsvRow(Span place, List<Cell> cells) {
    /** A value, without quotes and spaces around it. */
    record Cell(Span place, String text) {}

    CsvRow {
        cells = List.copyOf(cells);
    }

    /**
     * The lines of a file that are not blank: at least one.
     *
     * @throws ProblemException where a quote does not end on its line
     */
    static List<CsvRow> of(TextFile file) {
        List<CsvRow> rows = new ArrayList<>();
        int number = 1;
        for (String line : file.text().lines().toList()) {
            if (!line.isBlank()) {
                rows.add(row(new Span(file.name(), number, 1), line));
            }
            number++;
        }
        return rows;
    }

    private static CsvRow row(Span begin, String line) {
        List<Cell> cells = new ArrayList<>();
        int from = 0;
        while (from <= line.length()) {
            int end = endOf(line, from, begin);
            cells.add(cell(line.substring(from, end), begin.plus(from)));
            from = end + 1;
        }
        return new CsvRow(begin, cells);
    }

    /** The comma after a cell, or the end of the line; a comma between quotes is part of the cell. */
    private static int endOf(String line, int from, Span begin) {
        boolean quoted = false;
        int quote = from;
        for (int i = from; i < line.length(); i++) {
            if (line.charAt(i) == '"') {
                quoted = !quoted;
                quote = i;
            } else if (line.charAt(i) == ',' && !quoted) {
                return i;
            }
        }
        if (quoted) {
            throw new ProblemException(Problem.at(
                    begin.plus(quote), "open-quote", "the quote does not end on this line", "end it, or leave it out"));
        }
        return line.length();
    }

    private static Cell cell(String written, Span place) {
        String text = written.strip();
        int indent = written.indexOf(text);
        if (text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")) {
            text = text.substring(1, text.length() - 1).replace("\"\"", "\"").strip();
        }
        return new Cell(place.plus(indent), text);
    }
}
