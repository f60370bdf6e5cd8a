package io.archmeter.cli;

import io.archmeter.Archmeter;
import io.archmeter.report.ListDocument;
import java.util.List;

/** The models that come with the tool. */
final class ListCommand implements Command {
    @Override
    public Syntax syntax() {
        return new Syntax(
                "list",
                "the models that come with archmeter",
                Syntax.Operands.NONE,
                Output.OPTIONS,
                List.of("archmeter list"));
    }

    @Override
    public void run(Arguments given, Console console) {
        Output output = Output.read(given, console);
        given.throwIfWrong();
        List<ListDocument.Entry> models = Archmeter.bundled().stream()
                .map(model -> new ListDocument.Entry(model.name(), model.file(), model.title()))
                .toList();
        output.write(ListDocument.of(models));
    }
}
