package io.archmeter.spec.load;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * A model that comes with the tool.
 *
 * @param name by which it is loaded, e.g. {@code resnet50}
 * @param file where it is written, below {@code specs}, e.g. {@code resnet.yaml}
 * @param title one line about it
 */
public record BundledModel(String name, String file, String title) {
    /** Whether a word occurs in what is said of it, in capital letters or small ones. */
    boolean has(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        return Stream.of(name, file, title)
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(small));
    }
}
