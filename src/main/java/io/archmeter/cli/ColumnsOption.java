package io.archmeter.cli;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.problem.Vocabulary;
import io.archmeter.report.document.Audience;
import io.archmeter.report.document.ColumnChoice;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which columns a table has, and in which order. */
final class ColumnsOption {
    private static final String COLUMNS = "--columns";

    @Option(
            names = COLUMNS,
            paramLabel = "COLUMN",
            split = ",",
            description = "these columns in this order, with commas: kernel,output,params; all: however wide that is")
    private List<String> words = new ArrayList<>();

    /**
     * The document with those columns that are asked for.
     *
     * @throws ProblemException where there is no such column, or the format has no table
     */
    Document of(Document document, Format format) {
        if (words.isEmpty()) {
            return document;
        }
        if (format.audience() == Audience.PROGRAMS || format == Format.SVG) {
            throw new ProblemException(Problem.at(
                    Span.of(COLUMNS),
                    "surplus-option",
                    COLUMNS + " is for tables, and " + format + " has none",
                    "use another format, or leave it out"));
        }
        ColumnChoice choice = new ColumnChoice(document.table(), format.audience());
        return document.with(
                choice.of(keys(choice.keys(), ColumnWords.of(document.table().columns()))));
    }

    private List<String> keys(List<String> known, Vocabulary vocabulary) {
        List<String> keys = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (String word : words) {
            String key = known.contains(word) || word.equals(ColumnChoice.ALL)
                    ? word
                    : vocabulary.same(word, known).orElse("");
            if (key.isEmpty()) {
                problems.add(Problem.at(
                        Span.of(COLUMNS),
                        "unknown-column",
                        "there is no column '" + word + "'",
                        vocabulary.remedy(word, known)));
            }
            keys.add(key);
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return keys;
    }
}
