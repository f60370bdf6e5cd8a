package io.archmeter.cli;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.writer.DocumentWriter;
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
            description = "text (default), csv, json, markdown, html, svg or trace; also by the ending of FILE")
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
    public List<Problem> problems(Span place) {
        List<Problem> problems = new ArrayList<>();
        if (format.isEmpty()) {
            destination.problem(place, Format::unknownEnding).ifPresent(problems::add);
        }
        destination.surplusMark(place, format() == Format.CSV).ifPresent(problems::add);
        if (picture.isPresent() && format() != Format.SVG) {
            problems.add(Problem.at(
                    place, "surplus-option", "--picture is for SVG alone", "add --format svg, or leave it out"));
        }
        return problems;
    }

    /** @throws ProblemException where a picture or a trace is asked for that the document does not have */
    void write(Console console, Document document) {
        Document shown = shown(document);
        write(
                console,
                out -> DocumentWriter.of(format(), destination.page(console)).write(shown, out));
    }

    private Document shown(Document document) {
        if (format() == Format.TRACE) {
            return Traceable.required(document);
        }
        return format() == Format.SVG ? ChosenPicture.in(document, picture) : document;
    }

    void write(Console console, Content content) {
        destination.write(console, format() == Format.TEXT, content);
    }
}
