package io.archmeter.cli;

import io.archmeter.report.diff.DiffDocument;
import io.archmeter.report.document.Document;
import java.util.List;

/** What a change costs. */
final class DiffCommand implements Command {
    private static final String MEANING =
            "a model, a spec for all its variants, a baseline (or FILE#KEY), or a report; so is NEW";

    @Override
    public Syntax syntax() {
        return new Syntax(
                "diff",
                "what a change costs: totals, and the layers that are others",
                new Syntax.Operands("OLD NEW", MEANING, 2, 2),
                Syntax.options(GivenSettings.OPTIONS, Output.OPTIONS),
                List.of(
                        "archmeter diff resnet18 resnet34",
                        "archmeter diff git:HEAD:specs/resnet.yaml specs/resnet.yaml --format markdown",
                        "archmeter diff archmeter-baseline.json specs/resnet.yaml#resnet50"));
    }

    @Override
    public void run(Arguments given, Console console) {
        GivenSettings settings = GivenSettings.read(given);
        Output output = Output.read(given, console);
        given.throwIfWrong();
        Sides sides = Sides.of(given.operands().get(0), given.operands().get(1), settings);
        output.write(document(sides));
    }

    private static Document document(Sides sides) {
        return sides.sayAttributes()
                ? DiffDocument.of(sides.changes())
                : DiffDocument.of(sides.withoutAttributes().changes())
                        .noting("attributes are not compared: one side does not say them");
    }
}
