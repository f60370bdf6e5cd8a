package io.archmeter.cli;

import io.archmeter.report.text.Glyphs;
import io.archmeter.report.text.Page;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** Where an answer goes. */
final class DestinationOptions {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            converter = OutputFile.Converter.class,
            description = "write there and not on the screen; - is standard output")
    private Optional<OutputFile> file = Optional.empty();

    @Option(
            names = "--width",
            paramLabel = "N",
            converter = WholeNumbers.Limit.class,
            description = "columns of a text (default: the terminal's)")
    private Optional<Integer> width = Optional.empty();

    @Option(names = "--ascii", description = "draw texts with ASCII characters only")
    private boolean ascii;

    /** The file; empty for standard output. */
    Optional<OutputFile> file() {
        return file.filter(named -> !named.isStandardOutput());
    }

    /** What a text is written on there. */
    Page page(Console console) {
        boolean toFile = file().isPresent();
        OptionalInt columns = width.map(OptionalInt::of).orElse(toFile ? OptionalInt.empty() : console.width());
        Charset charset = toFile ? StandardCharsets.UTF_8 : console.charset();
        return new Page(ascii ? Glyphs.ASCII : Glyphs.thatFit(charset), columns);
    }

    /**
     * Writes an answer.
     *
     * @param forPeople whether it is read on a terminal: only people read in its charset
     */
    void write(Console console, boolean forPeople, Content content) {
        Optional<OutputFile> named = file();
        if (named.isPresent()) {
            named.get().write(content);
        } else {
            StandardOutput.write(console, forPeople ? console.charset() : StandardCharsets.UTF_8, content);
        }
    }
}
