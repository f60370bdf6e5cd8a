package io.archmeter.reports;

import io.archmeter.Archmeter;
import io.archmeter.Model;
import io.archmeter.accuracy.PublishedAccuracies;
import io.archmeter.graph.DType;
import io.archmeter.load.LoadOptions;
import io.archmeter.report.CompareDocument;
import io.archmeter.report.ComparePictures;
import io.archmeter.report.picture.Picture;
import java.util.Arrays;
import java.util.List;

/** The pictures of {@code compare}, of networks below {@code specs}. */
final class Charts {
    private Charts() {}

    /** Memory, parameters and multiply-adds of each layer, or of each module. */
    static Picture layers(String... references) {
        return named("layers", references);
    }

    /** Those of whole networks. */
    static Picture totals(String... references) {
        return named("totals", references);
    }

    /** Accuracies over work. */
    static Picture scatter(List<String> references) {
        return named("scatter", references.toArray(String[]::new));
    }

    private static Picture named(String name, String... references) {
        return ComparePictures.alone(
                        Arrays.stream(references).map(Charts::entry).toList())
                .stream()
                .filter(picture -> picture.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static CompareDocument.Entry entry(String reference) {
        Model model = Archmeter.load("specs/" + reference, LoadOptions.DEFAULT);
        return new CompareDocument.Entry(
                model.analyze(),
                model.memory(DType.FLOAT32, false),
                PublishedAccuracies.torchvision().of(model.graph().name()));
    }
}
