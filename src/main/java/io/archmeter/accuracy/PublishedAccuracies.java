package io.archmeter.accuracy;

import io.archmeter.source.TextFile;
import io.archmeter.spec.library.BundledLibrary;

/** Accuracies that come with the tool, by who published them. */
public final class PublishedAccuracies {
    /** What stands for torchvision's. */
    public static final String TORCHVISION = "torchvision";

    private static final String SOURCE =
            "torchvision 0.28, weights IMAGENET1K_V1, top-1 on ImageNet's validation images";

    private PublishedAccuracies() {}

    /** What torchvision publishes of the weights that each model had first: top-1, of one crop of each image. */
    public static Accuracies torchvision() {
        String path = "accuracies/" + TORCHVISION + ".csv";
        byte[] bytes = BundledLibrary.resource(BundledLibrary.FOLDER + path);
        return AccuracyFile.read(
                TextFile.of(BundledLibrary.PREFIX + path, bytes, TextFile.Format.CSV, TextFile.Bound.OF_SPECS), SOURCE);
    }
}
