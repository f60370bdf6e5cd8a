package io.archmeter.cli;

import io.archmeter.budget.file.BudgetSchema;
import io.archmeter.convention.file.ConventionSchema;
import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.report.document.Format;
import io.archmeter.roofline.file.DeviceSchema;
import io.archmeter.spec.load.SpecSchema;
import io.archmeter.sweep.file.SpaceSchema;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The JSON Schema of the files that people write, for editors. */
@Command(
        name = "schema",
        description = "the JSON Schema of specs, budgets, conventions, devices or spaces, for editors",
        footer = {
            "  archmeter schema -o archmeter.schema.json",
            "  archmeter schema budget -o archmeter-budget.schema.json"
        })
final class SchemaCommand extends Subcommand {
    private static final String SPEC = "spec";
    private static final List<String> KINDS = List.of(SPEC, "budget", "convention", "device", "space");

    @Parameters(
            paramLabel = "KIND",
            arity = "0..1",
            description = "spec (default), budget, convention, device or space")
    private String kind = SPEC;

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
        if (!KINDS.contains(kind)) {
            problems.add(place, "unknown-schema", "there is no schema of '" + kind + "'", Nearest.remedy(kind, KINDS));
        }
        problems.throwIfAny();
        output.write(console(), out -> out.write(schema()));
        return ExitCode.FINE;
    }

    private String schema() {
        return switch (kind) {
            case SPEC -> SpecSchema.json();
            case "budget" -> BudgetSchema.json();
            case "device" -> DeviceSchema.json();
            case "space" -> SpaceSchema.json();
            default -> ConventionSchema.json();
        };
    }
}
