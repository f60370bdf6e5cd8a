package io.archmeter.cli;

import io.archmeter.budget.check.CheckReport;
import io.archmeter.problem.Nearest;
import io.archmeter.report.check.CheckFormat;
import io.archmeter.report.text.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where what came of a check goes: one answer, and files beside it, because a build that fails has no second run for them.
 *
 * @param also files, each with its format
 */
record CheckOutput(CheckFormat format, Destination destination, List<Also> also) {
    private static final Option FORMAT = Option.value(
            "--format", "FORMAT", "text (default), csv, json, markdown, junit, sarif, github; or by the ending");
    private static final Option ALSO = Option.value(
                    "--also", "[FORMAT=]FILE", "write there as well, in the format of the ending or the one named")
            .repeated();

    static final List<Option> OPTIONS = Syntax.options(List.of(FORMAT, ALSO), Destination.OPTIONS);

    /** A file in a format. */
    record Also(CheckFormat format, OutputFile file) {}

    static CheckOutput read(Arguments given, Console console) {
        Destination destination = Destination.read(given, console);
        CheckFormat format = given.choice(FORMAT, List.of(CheckFormat.values()))
                .or(() -> destination.file().map(OutputFile::name).flatMap(CheckFormat::ofFile))
                .orElse(CheckFormat.TEXT);
        List<Also> also = new ArrayList<>();
        given.all(ALSO).forEach(value -> also(value, given).ifPresent(also::add));
        CheckOutput output = new CheckOutput(format, destination, also);
        output.refuseTwice(given);
        return output;
    }

    private static Optional<Also> also(String value, Arguments given) {
        int equals = value.indexOf('=');
        String word = equals < 0 ? "" : value.substring(0, equals);
        boolean named = !word.isEmpty() && word.chars().allMatch(Character::isLetter);
        OutputFile file = new OutputFile(named ? value.substring(equals + 1) : value);
        if (file.name().isBlank()) {
            given.problem("bad-file-name", "--also '" + value + "' names no file", "write e.g. --also check.sarif");
            return Optional.empty();
        }
        Optional<CheckFormat> format = named ? format(word, given) : byEnding(file, given);
        file.obstacle().ifPresent(given::problem);
        return format.map(known -> new Also(known, file));
    }

    private static Optional<CheckFormat> format(String word, Arguments given) {
        List<String> words = new ArrayList<>();
        for (CheckFormat format : CheckFormat.values()) {
            if (format.toString().equals(word)) {
                return Optional.of(format);
            }
            words.add(format.toString());
        }
        given.problem("unknown-format", "--also cannot be '" + word + "'", Nearest.remedy(word, words));
        return Optional.empty();
    }

    private static Optional<CheckFormat> byEnding(OutputFile file, Arguments given) {
        Optional<CheckFormat> format = CheckFormat.ofFile(file.name());
        if (format.isEmpty()) {
            given.problem(
                    "unknown-format",
                    "the ending of '" + file.name() + "' does not tell the format",
                    "write e.g. --also sarif=" + file.name());
        }
        return format;
    }

    /** Of two answers in one file the first would be lost. */
    private void refuseTwice(Arguments given) {
        List<OutputFile> seen = new ArrayList<>();
        for (OutputFile file : files()) {
            if (file.obstacle().isEmpty()
                    && seen.stream().anyMatch(earlier -> SameFile.have(file.name(), earlier.name()))) {
                given.problem(
                        "repeated-file", "'" + file.name() + "' is to hold two answers", "name another file for one");
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

    /** @param sources none of which an answer may replace */
    void write(CheckReport report, Sources sources) {
        files().forEach(sources::protectFrom);
        destination.write(format == CheckFormat.TEXT, out -> format.write(report, destination.page(), out));
        also.forEach(each -> each.file().write(out -> each.format().write(report, Page.ENDLESS, out)));
    }

    /** Whether somebody who looks at the screen has seen a text with the verdict. */
    boolean isOnScreen() {
        return format == CheckFormat.TEXT && destination.file().isEmpty();
    }
}
