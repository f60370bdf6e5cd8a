package io.archmeter.cli;

import io.archmeter.report.text.Glyphs;
import io.archmeter.report.text.Page;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where an answer goes.
 *
 * @param file empty for standard output
 * @param page what a text is written on there
 */
record Destination(Console console, Optional<OutputFile> file, Page page) {
    private static final Option FILE = Option.value("--output", "FILE", "write there and not on the screen")
            .or("-o");
    private static final Option WIDTH = Option.value("--width", "N", "columns of a text (default: the terminal's)");
    private static final Option ASCII = Option.flag("--ascii", "draw texts with ASCII characters only");

    static final List<Option> OPTIONS = List.of(FILE, WIDTH, ASCII);

    static Destination read(Arguments given, Console console) {
        Optional<OutputFile> file = given.find(FILE).map(OutputFile::new);
        file.flatMap(OutputFile::obstacle).ifPresent(given::problem);
        OptionalInt width = given.number(WIDTH);
        if (width.isEmpty() && file.isEmpty()) {
            width = console.width();
        }
        Charset charset = file.isPresent() ? StandardCharsets.UTF_8 : console.charset();
        Glyphs glyphs = given.has(ASCII) ? Glyphs.ASCII : Glyphs.thatFit(charset);
        return new Destination(console, file, new Page(glyphs, width));
    }

    /**
     * Writes an answer.
     *
     * @param forPeople whether it is read on a terminal: only people read in its charset
     */
    void write(boolean forPeople, Content content) {
        if (file.isPresent()) {
            file.get().write(content);
        } else {
            StandardOutput.write(console, forPeople ? console.charset() : StandardCharsets.UTF_8, content);
        }
    }
}
