package io.archmeter.cli;

import io.archmeter.budget.check.CheckReport;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.report.check.CheckFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where what came of a check goes: one answer, and files beside it, because a build that fails has no second run for them. */
final class CheckOutputOptions implements JudgedOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "text (default), csv, json, markdown, html, svg, xlsx, junit, sarif, github; or by the ending")
    private Optional<CheckFormat> format = Optional.empty();

    @Option(
            names = "--also",
            paramLabel = "[FORMAT=]FILE",
            converter = AlsoFile.Converter.class,
            description = "write there as well, in the format of the ending or the one named; may be repeated")
    private List<AlsoFile> also = new ArrayList<>();

    @Mixin
    private DestinationOptions destination = new DestinationOptions();

    CheckFormat format() {
        return format.or(() -> destination.file().map(OutputFile::name).flatMap(CheckFormat::ofFile))
                .orElse(CheckFormat.TEXT);
    }

    @Override
    public List<Problem> problems(Span place, Terminal terminal) {
        List<Problem> problems = new ArrayList<>();
        if (format.isEmpty()) {
            destination.problem(place, CheckFormat::unknownEnding).ifPresent(problems::add);
        }
        boolean csv = format() == CheckFormat.CSV || also.stream().anyMatch(each -> each.format() == CheckFormat.CSV);
        destination.surplusMark(place, csv).ifPresent(problems::add);
        destination.noText(place, format().isText(), terminal).ifPresent(problems::add);
        return problems;
    }

    /** Of two answers in one file the first would be lost. */
    void refuseTwice() {
        List<OutputFile> seen = new ArrayList<>();
        for (OutputFile file : files()) {
            if (seen.stream().anyMatch(earlier -> SameFile.have(file.name(), earlier.name()))) {
                throw new ProblemException(Problem.at(
                        Span.of("archmeter check"),
                        "repeated-file",
                        "'" + file.name() + "' is to hold two answers",
                        "name another file for one"));
            }
            seen.add(file);
        }
    }

    /** All files that the answers go to. */
    private List<OutputFile> files() {
        List<OutputFile> files = new ArrayList<>();
        destination.file().ifPresent(files::add);
        also.forEach(each -> files.add(each.file()));
        return files;
    }

    /** Writes all answers, or none where one would replace what the command has read. */
    void write(Console console, CheckReport report) {
        files().forEach(OutputFile::requireNoSource);
        if (format().isText()) {
            destination.write(
                    console,
                    format() == CheckFormat.TEXT,
                    out -> format().write(report, destination.page(console), out));
        } else {
            destination.writeBytes(console, workbook(report));
        }
        also.forEach(each -> each.file().writeBytes(content(each.format(), report)));
    }

    private BinaryContent content(CheckFormat format, CheckReport report) {
        Content text = out -> format.write(report, destination.pageOfFile(), out);
        return format.isText() ? text.inUtf8() : workbook(report);
    }

    private BinaryContent workbook(CheckReport report) {
        return out -> CheckFormat.writeWorkbook(report, destination.pageOfFile(), out);
    }

    /** Whether somebody who looks at the screen has seen a text with the verdict. */
    boolean isOnScreen() {
        return format() == CheckFormat.TEXT && destination.file().isEmpty();
    }
}
