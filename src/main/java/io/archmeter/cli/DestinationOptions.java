package io.archmeter.cli;

import io.archmeter.problem.Problem;
import io.archmeter.problem.Span;
import io.archmeter.report.document.UnknownEnding;
import io.archmeter.report.text.Glyphs;
import io.archmeter.report.text.Page;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
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

    @Option(names = "--no-notes", description = "a text without the notes that explain its words")
    private boolean noNotes;

    @Option(
            names = "--bom",
            description = "CSV for a spreadsheet: marked as UTF-8, and names that look like numbers stay names")
    private boolean mark;

    /** The file; empty for standard output. */
    Optional<OutputFile> file() {
        return file.filter(named -> !named.isStandardOutput());
    }

    /** What a text is written on there. */
    Page page(Console console) {
        boolean toFile = file().isPresent();
        OptionalInt columns = width.map(OptionalInt::of).orElse(toFile ? OptionalInt.empty() : console.width());
        Charset charset = toFile ? StandardCharsets.UTF_8 : console.charset();
        Page page = asked(new Page(ascii ? Glyphs.ASCII : Glyphs.thatFit(charset), columns));
        return !toFile && console.colouredOut() ? page.inColour() : page;
    }

    /** What an answer is written on in one more file. */
    Page pageOfFile() {
        return asked(Page.ENDLESS);
    }

    private Page asked(Page page) {
        Page noted = noNotes ? page.withoutNotes() : page;
        return mark ? noted.inSpreadsheet() : noted;
    }

    /**
     * What is wrong with a file that alone tells the format.
     *
     * @param endings those of files that tell another one
     */
    Optional<Problem> problem(Span place, Function<String, Optional<UnknownEnding>> endings) {
        return file().map(OutputFile::name)
                .flatMap(endings)
                .map(ending -> Problem.at(place, "unknown-format", ending.fact(), ending.remedy()));
    }

    /** What is wrong with a mark in what is no CSV. */
    Optional<Problem> surplusMark(Span place, boolean csv) {
        return mark && !csv
                ? Optional.of(Problem.at(
                        place, "surplus-option", "--bom is for CSV alone", "add --format csv, or leave it out"))
                : Optional.empty();
    }

    /** What is wrong with an answer that a terminal cannot show. */
    Optional<Problem> noText(Span place, boolean text, Terminal terminal) {
        return !text && terminal.out() && file().isEmpty()
                ? Optional.of(Problem.at(
                        place,
                        "needs-a-file",
                        "a workbook is no text that a terminal can show",
                        "name a file: -o answer.xlsx"))
                : Optional.empty();
    }

    /** Writes an answer that is no text. */
    void writeBytes(Console console, BinaryContent content) {
        Optional<OutputFile> named = file();
        if (named.isPresent()) {
            named.get().writeBytes(content);
        } else {
            StandardOutput.writeBytes(console, content);
        }
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
