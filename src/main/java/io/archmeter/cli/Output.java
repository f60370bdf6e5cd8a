package io.archmeter.cli;

import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.writer.DocumentWriter;
import java.util.List;

/** Where an answer goes, and how it is written: the options that all commands share. */
record Output(Format format, Destination destination) {
    private static final Option FORMAT =
            Option.value("--format", "FORMAT", "text (default), csv, json or markdown; also by the ending of FILE");

    static final List<Option> OPTIONS = Syntax.options(List.of(FORMAT), Destination.OPTIONS);

    static Output read(Arguments given, Console console) {
        Destination destination = Destination.read(given, console);
        Format format = given.choice(FORMAT, List.of(Format.values()))
                .or(() -> destination.file().map(OutputFile::name).flatMap(Format::ofFile))
                .orElse(Format.TEXT);
        return new Output(format, destination);
    }

    void write(Document document) {
        write(out -> DocumentWriter.of(format, destination.page()).write(document, out));
    }

    void write(Content content) {
        destination.write(format == Format.TEXT, content);
    }
}
