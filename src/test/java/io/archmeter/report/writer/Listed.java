package io.archmeter.report.writer;

import io.archmeter.graph.Shape;
import io.archmeter.load.BundledModel;
import java.util.List;
import java.util.OptionalLong;

/** Entries of lists. */
final class Listed {
    private Listed() {}

    /** One of which each figure is another. */
    static BundledModel entry(String name, String file, String family, String title) {
        return new BundledModel(
                name,
                file,
                family,
                List.of(Shape.of(3, 32, 48)),
                OptionalLong.of(1_000),
                OptionalLong.of(2_000_000),
                title,
                "of a paper");
    }

    /** One with two inputs, and with figures that nobody knows. */
    static BundledModel unknown(String name, String file) {
        return new BundledModel(
                name,
                file,
                "",
                List.of(Shape.of(7), Shape.of(3, 5)),
                OptionalLong.empty(),
                OptionalLong.empty(),
                "",
                "");
    }
}
