package io.archmeter.cli;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.report.answer.AnswerWriter;
import io.archmeter.report.answer.Documents;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where an answer goes, and how it is written: the options that most commands share. */
final class OutputOptions implements JudgedOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "text (default), csv, json, markdown, html, svg, xlsx, trace, mermaid or dot; also by the ending of FILE")
    private Optional<Format> format = Optional.empty();

    @Option(names = "--picture", paramLabel = "NAME", description = "which picture svg draws (default: the first)")
    private Optional<String> picture = Optional.empty();

    @Mixin
    private DestinationOptions destination = new DestinationOptions();

    /** The one that is named, or that of the file's ending. */
    Format format() {
        return format.or(() -> destination.file().map(OutputFile::name).flatMap(Format::ofFile))
                .orElse(Format.TEXT);
    }

    @Override
    public List<Problem> problems(Span place, Terminal terminal) {
        List<Problem> problems = new ArrayList<>();
        if (format.isEmpty()) {
            destination.problem(place, Format::unknownEnding).ifPresent(problems::add);
        }
        destination.surplusMark(place, format() == Format.CSV).ifPresent(problems::add);
        destination.noText(place, format() != Format.XLSX, terminal).ifPresent(problems::add);
        if (picture.isPresent() && format() != Format.SVG) {
            problems.add(Problem.at(
                    place, "surplus-option", "--picture is for SVG alone", "add --format svg, or leave it out"));
        }
        return problems;
    }

    void write(Console console, Document document) {
        answer(console, Documents.of(document));
    }

    /** @throws ProblemException where a picture or a trace is asked for that the answer does not have */
    void answer(Console console, Documents answer) {
        AnswerWriter writer = new AnswerWriter(format(), picture, destination.page(console));
        if (!writer.isText()) {
            destination.writeBytes(console, out -> writer.writeWorkbook(answer, out));
            return;
        }
        Document shown = writer.shown(answer);
        write(console, out -> writer.write(shown, out));
    }

    void write(Console console, Content content) {
        destination.write(console, format() == Format.TEXT, content);
    }
}
