package io.archmeter.cli;

import io.archmeter.report.Document;
import io.archmeter.report.Format;
import io.archmeter.report.Glyphs;
import io.archmeter.report.Page;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Where an answer goes, and how it is written: the options that all commands share. */
final class Output {
    private static final Option FORMAT =
            Option.value("--format", "FORMAT", "text (default), csv, json or markdown; also by the ending of FILE");
    private static final Option FILE = Option.value("--output", "FILE", "write there and not on the screen")
            .or("-o");
    private static final Option WIDTH = Option.value("--width", "N", "columns of a text (default: the terminal's)");
    private static final Option ASCII = Option.flag("--ascii", "draw texts with ASCII characters only");

    static final List<Option> OPTIONS = List.of(FORMAT, FILE, WIDTH, ASCII);

    private final Console console;
    private final Format format;
    private final Optional<OutputFile> file;
    private final Page page;

    private Output(Console console, Format format, Optional<OutputFile> file, Page page) {
        this.console = console;
        this.format = format;
        this.file = file;
        this.page = page;
    }

    static Output read(Arguments given, Console console) {
        Optional<OutputFile> file = given.find(FILE).map(OutputFile::new);
        file.flatMap(OutputFile::obstacle).ifPresent(given::problem);
        Format format = given.choice(FORMAT, List.of(Format.values()))
                .or(() -> given.find(FILE).flatMap(Format::ofFile))
                .orElse(Format.TEXT);
        OptionalInt width = given.number(WIDTH);
        if (width.isEmpty() && file.isEmpty()) {
            width = console.width();
        }
        Charset charset = file.isPresent() ? StandardCharsets.UTF_8 : console.charset();
        Glyphs glyphs = given.has(ASCII) ? Glyphs.ASCII : Glyphs.thatFit(charset);
        return new Output(console, format, file, new Page(glyphs, width));
    }

    Format format() {
        return format;
    }

    void write(Document document) {
        write(out -> format.write(document, page, out));
    }

    void write(Content content) {
        if (file.isPresent()) {
            file.get().write(content);
        } else {
            // Only people read in the charset of their terminal.
            Charset charset = format == Format.TEXT ? console.charset() : StandardCharsets.UTF_8;
            StandardOutput.write(console, charset, content);
        }
    }
}
