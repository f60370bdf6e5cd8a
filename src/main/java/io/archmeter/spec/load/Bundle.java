package io.archmeter.spec.load;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.load.BundledModel;
import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.spec.library.BundleIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What comes with the tool, as its index has it: models, studies and examples. */
public final class Bundle {
    private Bundle() {}

    /** The models in the order of their names. */
    public static List<BundledModel> models() {
        List<BundledModel> models = of(BundledKind.MODELS);
        models.sort((one, other) -> one.name().compareTo(other.name()));
        return models;
    }

    /** Those of a kind in the order of their files; of a file, in its order. */
    public static List<BundledModel> of(BundledKind kind) {
        List<BundledModel> models = new ArrayList<>();
        for (BundleIndex.Entry entry : BundleIndex.entries()) {
            if (!entry.name().isEmpty() && kind.has(entry.file())) {
                models.add(model(entry));
            }
        }
        return models;
    }

    /** Those of a kind that have all of some words in their name, file or title, or in that of their file. */
    public static List<BundledModel> having(List<String> words, BundledKind kind) {
        List<BundledModel> having = new ArrayList<>();
        for (BundledModel model : of(kind)) {
            boolean all = true;
            for (String word : words) {
                all &= model.has(word);
            }
            if (all) {
                having.add(model);
            }
        }
        return having;
    }

    /** What is wrong with words that nothing has. */
    public static ProblemException nothingHas(List<String> words) {
        String word = String.join(" ", words);
        return new ProblemException(Problem.at(
                Span.of("archmeter list"),
                "no-match",
                "nothing that comes with archmeter has '" + Excerpt.of(word) + "' in its name, file or title",
                Nearest.to(word, BundleIndex.names())
                        .map(nearest -> "did you mean '" + nearest + "'?")
                        .orElse("'archmeter list' shows all")));
    }

    private static BundledModel model(BundleIndex.Entry entry) {
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
}
