package io.archmeter.cli;

import io.archmeter.report.Format;
import io.archmeter.spec.SpecSchema;
import java.util.List;

/** The JSON Schema of specs, for editors. */
final class SchemaCommand implements Command {
    @Override
    public Syntax syntax() {
        return new Syntax(
                "schema",
                "the JSON Schema of specs, for editors",
                Syntax.Operands.NONE,
                Output.OPTIONS,
                List.of("archmeter schema -o archmeter.schema.json"));
    }

    @Override
    public void run(Arguments given, Console console) {
        Output output = Output.read(given, console);
        if (output.format() == Format.CSV || output.format() == Format.MARKDOWN) {
            given.problem("unknown-format", "the schema cannot be written as " + output.format(), "leave out --format");
        }
        given.throwIfWrong();
        output.write(out -> out.write(SpecSchema.json()));
    }
}
