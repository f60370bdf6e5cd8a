package io.archmeter.cli;

import io.archmeter.budget.file.BudgetSchema;
import io.archmeter.convention.file.ConventionSchema;
import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.report.answer.AnswerSchemas;
import io.archmeter.report.document.Format;
import io.archmeter.roofline.file.DeviceSchema;
import io.archmeter.spec.load.SpecSchema;
import io.archmeter.sweep.file.SpaceSchema;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The JSON Schema of the files that people write, for editors, and of answers, for those who read them. */
@Command(
        name = "schema",
        description = "the JSON Schema of specs, budgets, conventions, devices or spaces, or of an answer",
        footer = {
            "  archmeter schema -o archmeter.schema.json",
            "  archmeter schema budget -o archmeter-budget.schema.json",
            "  archmeter schema --of analyze"
        })
final class SchemaCommand extends Subcommand {
    private static final String SPEC = "spec";
    private static final List<String> KINDS = List.of(SPEC, "budget", "convention", "device", "space");

    @Parameters(
            paramLabel = "KIND",
            arity = "0..1",
            description = "spec (default), budget, convention, device or space")
    private Optional<String> given = Optional.empty();

    @Option(
            names = "--of",
            paramLabel = "DOCUMENT",
            description = "of what a command answers in JSON, and not of a file: analyze, memory, diff, check ...")
    private Optional<String> document = Optional.empty();

    @Mixin
    private OutputOptions output = new OutputOptions();

    SchemaCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Problems problems = new Problems();
        Span place = Span.of("archmeter schema");
        if (output.format() != Format.TEXT && output.format() != Format.JSON) {
            problems.add(
                    place,
                    "unknown-format",
                    "the schema cannot be written as " + output.format(),
                    "leave out --format");
        }
        requireKnown(given, KINDS, problems);
        requireKnown(document, AnswerSchemas.DOCUMENTS, problems);
        if (given.isPresent() && document.isPresent()) {
            problems.add(
                    place,
                    "surplus-option",
                    "--of is for answers, and '" + given.get() + "' is a file that people write",
                    "leave out one of them");
        }
        problems.throwIfAny();
        output.write(console(), out -> out.write(schema()));
        return ExitCode.FINE;
    }

    private static void requireKnown(Optional<String> word, List<String> known, Problems problems) {
        if (word.isPresent() && !known.contains(word.get())) {
            problems.add(
                    Span.of("archmeter schema"),
                    "unknown-schema",
                    "there is no schema of '" + word.get() + "'",
                    Nearest.remedy(word.get(), known));
        }
    }

    private String schema() {
        if (document.isPresent()) {
            return AnswerSchemas.json(document.get());
        }
        return switch (given.orElse(SPEC)) {
            case SPEC -> SpecSchema.json();
            case "budget" -> BudgetSchema.json();
            case "device" -> DeviceSchema.json();
            case "space" -> SpaceSchema.json();
            default -> ConventionSchema.json();
        };
    }
}
