package io.archmeter.cli;

import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problem;
import io.archmeter.problem.Span;
import io.archmeter.report.check.CheckFormat;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;

/** A file that takes an answer as well: {@code check.sarif}, {@code junit=check.xml}. */
record AlsoFile(CheckFormat format, OutputFile file) {
    /** From the text of it. */
    static final class Converter implements ITypeConverter<AlsoFile> {
        @Override
        public AlsoFile convert(String text) {
            int equals = text.indexOf('=');
            String word = equals < 0 ? "" : text.substring(0, equals);
            boolean named = !word.isEmpty() && word.chars().allMatch(Character::isLetter);
            String name = named ? text.substring(equals + 1) : text;
            if (name.isBlank() || new OutputFile(name).isStandardOutput()) {
                throw new BadValue("bad-file-name", "must name a file", "", "check.sarif");
            }
            OutputFile file = new OutputFile.Converter().convert(name);
            return new AlsoFile(named ? format(word) : byEnding(name), file);
        }
    }

    private static CheckFormat format(String word) {
        for (CheckFormat format : CheckFormat.values()) {
            if (format.toString().equals(word)) {
                return format;
            }
        }
        List<String> words =
                Arrays.stream(CheckFormat.values()).map(CheckFormat::toString).toList();
        throw problem("--also cannot be '" + word + "'", Nearest.remedy(word, words));
    }

    private static CheckFormat byEnding(String name) {
        return CheckFormat.ofFile(name)
                .orElseThrow(() -> problem(
                        "the ending of '" + name + "' does not tell the format", "write e.g. --also sarif=" + name));
    }

    private static BadFile problem(String fact, String remedy) {
        return new BadFile(Problem.at(Span.of("archmeter check"), "unknown-format", fact, remedy));
    }
}
