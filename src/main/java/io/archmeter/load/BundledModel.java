package io.archmeter.load;

import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * A model that comes with the tool.
 *
 * @param name by which it is loaded, e.g. {@code resnet50}
 * @param file where it is written, below {@code specs}, e.g. {@code resnet.yaml}
 * @param family what the file is about
 * @param inputs the shape of one sample of each
 * @param parameters empty where they are not known in full
 * @param multiplyAdds of one sample; empty where they are not known in full
 * @param title one line about it
 * @param source the paper that the file follows
 * @since 0.1.0
 */
public record BundledModel(
        String name,
        String file,
        String family,
        List<Shape> inputs,
        OptionalLong parameters,
        OptionalLong multiplyAdds,
        String title,
        String source) {
    public BundledModel {
        inputs = List.copyOf(inputs);
    }

    /** Whether a word occurs in what is said of it, in capital letters or small ones. */
    public boolean has(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        return contains(name, small) || contains(file, small) || contains(family, small) || contains(title, small);
    }

    private static boolean contains(String text, String small) {
        return text.toLowerCase(Locale.ROOT).contains(small);
    }
}
