package io.archmeter.cli;

import io.archmeter.budget.file.BudgetSchema;
import io.archmeter.problem.Nearest;
import io.archmeter.report.document.Format;
import io.archmeter.spec.SpecSchema;
import java.util.List;

/** The JSON Schema of the files that people write, for editors. */
final class SchemaCommand implements Command {
    private static final String SPEC = "spec";
    private static final List<String> KINDS = List.of(SPEC, "budget");

    @Override
    public Syntax syntax() {
        return new Syntax(
                "schema",
                "the JSON Schema of specs or budgets, for editors",
                new Syntax.Operands("[KIND]", "spec (default) or budget", 0, 1),
                Output.OPTIONS,
                List.of(
                        "archmeter schema -o archmeter.schema.json",
                        "archmeter schema budget -o archmeter-budget.schema.json"));
    }

    @Override
    public void run(Arguments given, Console console) {
        Output output = Output.read(given, console);
        if (output.format() == Format.CSV || output.format() == Format.MARKDOWN) {
            given.problem("unknown-format", "the schema cannot be written as " + output.format(), "leave out --format");
        }
        String kind = given.operands().stream().findFirst().orElse(SPEC);
        if (!KINDS.contains(kind)) {
            given.problem("unknown-schema", "there is no schema of '" + kind + "'", Nearest.remedy(kind, KINDS));
        }
        given.throwIfWrong();
        output.write(out -> out.write(kind.equals(SPEC) ? SpecSchema.json() : BudgetSchema.json()));
    }
}
