package io.archmeter.cli;

import io.archmeter.load.BundledModel;
import io.archmeter.report.ListDocument;
import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Note;
import io.archmeter.spec.load.Bundle;
import io.archmeter.spec.load.BundledKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What comes with the tool. */
@Command(
        name = "list",
        aliases = "ls",
        description = "the models, studies and examples that come with archmeter, and what they cost",
        footer = {"  archmeter list", "  archmeter list resnet", "  archmeter list --sort multiply_adds"})
final class ListCommand extends Subcommand {
    private static final Note NARROWED =
            Note.of("'archmeter list WORD' shows those that have a word in their name, file or"
                    + " title; --sort multiply_adds or parameters begins with the largest");

    private static final Note NAMES =
            Note.of("a name that begins with '#' follows that of its file: studies/stems.yaml#vgg16");

    @Parameters(
            paramLabel = "WORD",
            arity = "0..*",
            description = "only those that have it in their name, file or title")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--sort",
            paramLabel = "COLUMN",
            converter = ListOrder.Converter.class,
            description = "multiply_adds or parameters, largest first, or name (default: by files)")
    private Optional<ListOrder> order = Optional.empty();

    @Mixin
    private OutputOptions output = new OutputOptions();

    ListCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        output.write(console(), document());
        return ExitCode.FINE;
    }

    private Document document() {
        List<BundledModel> all = new ArrayList<>();
        List<ListDocument.Kind> kinds = new ArrayList<>();
        for (BundledKind kind : BundledKind.values()) {
            List<BundledModel> models = Bundle.having(words, kind);
            if (!models.isEmpty()) {
                all.addAll(models);
                kinds.add(new ListDocument.Kind(kind.toString(), models));
            }
        }
        if (all.isEmpty()) {
            throw Bundle.nothingHas(words);
        }
        if (order.isPresent()) {
            return ListDocument.of(order.get().sorted(all));
        }
        return output.format().audience() == Audience.PEOPLE
                ? ListDocument.of(kinds, notes(all))
                : ListDocument.of(all);
    }

    private List<Note> notes(List<BundledModel> all) {
        List<Note> notes = new ArrayList<>();
        for (BundledModel model : all) {
            if (notes.isEmpty() && model.name().indexOf('#') >= 0) {
                notes.add(NAMES);
            }
        }
        if (words.isEmpty()) {
            notes.add(NARROWED);
        }
        return notes;
    }
}
