package io.archmeter.report;

import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Measure;
import io.archmeter.report.text.PlainText;
import io.archmeter.report.text.Readable;
import io.archmeter.verify.Verification;
import io.archmeter.verify.WeightOrigins;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Which weights were those of a file, and which were drawn. Nobody expects others than drawn ones of a spec. */
final class VerifiedWeights {
    /** As many names as tell people which part of a network it is. */
    private static final int MOST_NAMES = 5;

    private VerifiedWeights() {}

    /** What programs are told of each model; nothing where all are specs. */
    static List<Measure<Verification>> heading(List<Verification> models) {
        return areFromFile(models)
                ? List.of(
                        count("stored_tensors", model -> model.weights().storedTensors()),
                        count("stored_elements", model -> model.weights().storedElements()),
                        count("drawn_tensors", model -> model.weights().drawn().size()),
                        count("drawn_elements", model -> model.weights().drawnElements()),
                        new Measure<>(forPrograms("drawn"), VerifiedWeights::names))
                : List.of();
    }

    static boolean areFromFile(List<Verification> models) {
        return models.stream().anyMatch(model -> model.weights().fromFile());
    }

    /** What people are told of a model; nothing where none of its layers has weights. */
    static Optional<String> line(Verification model) {
        WeightOrigins weights = model.weights();
        boolean none = weights.storedTensors() == 0 && weights.drawn().isEmpty();
        if (none || !weights.fromFile()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        if (weights.storedTensors() > 0) {
            parts.add(tensors(weights.storedTensors(), weights.storedElements())
                    + (weights.storedTensors() == 1 ? " is" : " are") + " the file's own");
        }
        if (!weights.drawn().isEmpty()) {
            parts.add(tensors(weights.drawn().size(), weights.drawnElements())
                    + (weights.drawn().size() == 1 ? " was drawn: " : " were drawn: ")
                    + some(weights.drawn()));
        }
        return Optional.of(PlainText.of(model.model()) + ": " + String.join("; ", parts));
    }

    private static String tensors(int number, long elements) {
        return Readable.exact(number) + (number == 1 ? " tensor" : " tensors") + " of weights ("
                + Readable.exact(elements) + (elements == 1 ? " element)" : " elements)");
    }

    private static String some(List<String> names) {
        int more = names.size() - MOST_NAMES;
        List<String> shown = names.stream().limit(MOST_NAMES).map(PlainText::of).toList();
        return String.join(", ", shown) + (more > 0 ? " and " + Readable.exact(more) + " more" : "");
    }

    private static Measure<Verification> count(String key, ToLongFunction<Verification> of) {
        return new Measure<>(forPrograms(key), model -> new Cell.ExactCount(of.applyAsLong(model)));
    }

    private static Cell names(Verification model) {
        return new Cell.Items(
                model.weights().drawn().stream().<Cell>map(Cell.Text::new).toList());
    }

    private static Column forPrograms(String key) {
        return Column.text(key, "").only(Audience.PROGRAMS);
    }
}
