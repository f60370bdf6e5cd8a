package io.archmeter.cli;

import io.archmeter.Archmeter;
import io.archmeter.Model;
import io.archmeter.analysis.CostReport;
import io.archmeter.report.AnalyzeDocument;
import io.archmeter.report.Quantity;
import io.archmeter.report.Ranking;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.spec.LoadOptions;
import io.archmeter.training.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The table of a model's layers. */
final class AnalyzeCommand implements Command {
    private static final Option DEPTH = Option.value("--depth", "N", "fold layers into their modules, N levels deep");
    private static final Option SORT =
            Option.value("--sort", "COLUMN", "largest first: parameters, multiply_adds, output_bytes ...");
    private static final Option TOP = Option.value("--top", "N", "only the N largest, by multiply_adds if not sorted");

    /** The order of execution, for those who want to name it. */
    private static final String IN_ORDER = "layer";

    @Override
    public Syntax syntax() {
        return new Syntax(
                "analyze",
                "what each layer of a model costs",
                new Syntax.Operands("MODEL", Syntax.MODEL, 1, 1),
                Syntax.options(
                        List.of(DEPTH, SORT, TOP), ModelOptions.OPTIONS, CountingOptions.OPTIONS, Output.OPTIONS),
                List.of(
                        "archmeter analyze alexnet --input 3x227x227",
                        "archmeter analyze resnet50 --depth 2 --format csv -o resnet50.csv"));
    }

    @Override
    public void run(Arguments given, Console console) {
        LoadOptions options = ModelOptions.read(given);
        CountingOptions counting = CountingOptions.read(given);
        OptionalInt depth = given.number(DEPTH);
        Ranking ranking = ranking(given);
        Output output = Output.read(given, console);
        given.throwIfWrong();
        Model model = Archmeter.load(given.operands().get(0), options);
        CostReport report = model.analyze(counting.type(), counting.training());
        CostReport folded = depth.isPresent() ? report.folded(depth.getAsInt()) : report;
        output.write(document(output.format(), folded, model, counting, ranking));
    }

    /** CSV has rows alone, so nothing is planned for it; what training needs is there for programs. */
    private static Document document(
            Format format, CostReport report, Model model, CountingOptions counting, Ranking ranking) {
        return switch (format) {
            case CSV -> AnalyzeDocument.of(report, ranking);
            case JSON ->
                AnalyzeDocument.of(
                        report,
                        model.memory(counting.type(), counting.training()),
                        model.memory(counting.type(), Optimizer.ADAM),
                        ranking);
            case TEXT, MARKDOWN ->
                AnalyzeDocument.of(report, model.memory(counting.type(), counting.training()), ranking);
        };
    }

    private static Ranking ranking(Arguments given) {
        List<String> columns = new ArrayList<>(List.of(IN_ORDER));
        for (Quantity quantity : Quantity.values()) {
            columns.add(quantity.toString());
        }
        Optional<String> column = given.choice(SORT, columns);
        OptionalInt top = given.number(TOP);
        Optional<Quantity> by = column.isEmpty() && top.isPresent()
                ? Optional.of(Quantity.MULTIPLY_ADDS)
                : column.flatMap(Quantity::ofColumn);
        return new Ranking(by, top);
    }
}
