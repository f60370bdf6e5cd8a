package io.archmeter.report;

import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.CostTree;
import io.archmeter.analysis.LayerCost;
import io.archmeter.facts.Cost;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Category;
import io.archmeter.report.picture.ModuleMap;
import io.archmeter.report.picture.ModuleMap.Block;
import io.archmeter.report.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The modules of a network by their shares, coloured by what sort of operator their layers are. */
final class ModuleMaps {
    private static final String NAME = "map";

    private ModuleMaps() {}

    /** Empty where there is no figure that anything could be as wide as. */
    static Optional<ModuleMap> of(CostReport report) {
        List<CostTree> trees = CostTree.of(report);
        // A convention may count what is no layer's.
        Cost total = trees.stream().map(tree -> tree.cost().cost()).reduce(Cost.ZERO, Cost::plus);
        List<DrawnFigure> figures = DrawnFigure.of(total);
        if (figures.isEmpty()) {
            return Optional.empty();
        }
        int drawn = DrawnFigure.first(figures);
        Block whole = new Block(
                PlainText.of(report.model()),
                PlainText.of(report.model()),
                said("all layers", total, total, figures),
                Block.MODULE,
                figures.stream().map(figure -> figure.drawn(total)).toList(),
                blocks(trees, total, figures));
        return Optional.of(new ModuleMap(
                NAME,
                "modules by their share",
                "Each module is as wide as its share of " + figures.get(drawn).name() + ", above what lies in it; "
                        + largest(whole, drawn),
                figures.stream().map(DrawnFigure::name).toList(),
                drawn,
                kinds(),
                whole));
    }

    private static List<Block> blocks(List<CostTree> trees, Cost total, List<DrawnFigure> figures) {
        List<Block> blocks = new ArrayList<>();
        for (CostTree tree : trees) {
            LayerCost row = tree.cost();
            String what = tree.isModule() ? tree.rows() + " layers" : row.operator();
            blocks.add(new Block(
                    PlainText.of(tree.path()),
                    PlainText.of(tree.label()),
                    said(what, row.cost(), total, figures),
                    tree.isModule() ? Block.MODULE : kind(row),
                    figures.stream().map(figure -> figure.drawn(row.cost())).toList(),
                    blocks(tree.children(), total, figures)));
        }
        return blocks;
    }

    private static String said(String what, Cost cost, Cost total, List<DrawnFigure> figures) {
        StringBuilder said = new StringBuilder(what);
        for (DrawnFigure figure : figures) {
            figure.exactly(cost, total).ifPresent(words -> said.append('\n').append(words));
        }
        return said.toString();
    }

    private static String largest(Block whole, int drawn) {
        Block largest = whole.children().get(0);
        for (Block child : whole.children()) {
            if (child.amounts().get(drawn).exact()
                    > largest.amounts().get(drawn).exact()) {
                largest = child;
            }
        }
        return "the largest of " + whole.children().size() + " at the top is " + largest.path() + " with "
                + largest.amounts().get(drawn).words() + " of "
                + whole.amounts().get(drawn).words() + ".";
    }

    /** The categories, and after them what stands for several layers whose modules are folded. */
    private static List<String> kinds() {
        List<String> kinds = new ArrayList<>();
        for (Category category : Category.values()) {
            kinds.add(category.name().toLowerCase(Locale.ROOT));
        }
        kinds.add(LayerCost.MODULE);
        return kinds;
    }

    private static int kind(LayerCost layer) {
        return layer.op().map(op -> Catalogue.category(op).ordinal()).orElse(Category.values().length);
    }
}
