package io.archmeter.spec.load;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.spec.library.BundleIndex;
import java.util.ArrayList;
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

    static BundledModel of(BundleIndex.Entry entry) {
        return new BundledModel(
                entry.name(),
                entry.file(),
                entry.family(),
                shapes(entry.input()),
                count(entry.parameters()),
                count(entry.multiplyAdds()),
                entry.title(),
                entry.source());
    }

    private static List<Shape> shapes(String text) {
        List<Shape> shapes = new ArrayList<>();
        for (String input : text.split(";")) {
            List<Extent> axes = new ArrayList<>();
            for (String extent : input.split("x")) {
                boolean unknown = extent.equals(Extent.Unknown.MARK);
                axes.add(unknown ? Extent.Unknown.HERE : new Extent.Known(Long.parseLong(extent)));
            }
            shapes.add(Shape.ofAxes(axes));
        }
        return shapes;
    }

    private static OptionalLong count(String text) {
        return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    }

    /** Whether a word occurs in what is said of it, in capital letters or small ones. */
    boolean has(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        return contains(name, small) || contains(file, small) || contains(family, small) || contains(title, small);
    }

    private static boolean contains(String text, String small) {
        return text.toLowerCase(Locale.ROOT).contains(small);
    }
}
