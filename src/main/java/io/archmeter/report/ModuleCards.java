package io.archmeter.report;

import io.archmeter.analysis.CostTree;
import io.archmeter.facts.Cost;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Card;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import java.util.ArrayList;
import java.util.List;

/** What a page shows of a module that somebody chooses: the sums of its layers, and what lies in it. */
final class ModuleCards {
    private final Cost total;
    private final List<DrawnFigure> figures;

    ModuleCards(Cost total) {
        this.total = total;
        this.figures = DrawnFigure.of(total);
    }

    /** One for each module in trees, and for each row that a fold has made of one. */
    List<Card> of(List<CostTree> trees) {
        List<Card> cards = new ArrayList<>();
        for (CostTree tree : trees) {
            if (tree.cost().op().isEmpty()) {
                cards.add(card(tree));
            }
            cards.addAll(of(tree.children()));
        }
        return cards;
    }

    private Card card(CostTree module) {
        List<Detail> details = new ArrayList<>();
        details.add(sums(module));
        if (module.isModule()) {
            details.add(new Detail.Listing("in it, with their shares of multiply-adds", contents(module)));
        }
        return new Card(module.path(), details);
    }

    private Detail sums(CostTree module) {
        Cost cost = module.cost().cost();
        List<Row> rows = new ArrayList<>();
        for (DrawnFigure figure : figures) {
            Cell share = figure.share(cost, total);
            rows.add(Row.of(new Cell.Text(quantity(figure)), MetricCells.exactCount(figure.amount(cost)), share));
        }
        List<Column> heading = List.of(Column.text("kind", ""), Column.text("inputs", ""), Column.text("output", "→"));
        Row above = Row.of(
                new Cell.Text(module.isModule() ? "module of " + module.rows() + " layers" : "module"),
                new Cell.Shapes(module.cost().inputs()),
                new Cell.Shapes(module.cost().outputs()));
        return new Detail.Listing(
                "",
                new Table(
                        "",
                        "numbers",
                        Table.Layout.GRID,
                        heading,
                        List.of(
                                Column.text("quantity", ""),
                                Column.number("value", "sum"),
                                Column.number("share", "share")),
                        List.of(Section.of(above, rows))));
    }

    private static String quantity(DrawnFigure figure) {
        return figure.name() + (figure.unit() == Metric.Unit.BYTES ? ", bytes" : "");
    }

    private Table contents(CostTree module) {
        List<Row> rows = new ArrayList<>();
        for (CostTree child : module.children()) {
            rows.add(Row.of(
                            new Cell.Text(child.path()),
                            Facts.share(Metric.MULTIPLY_ADDS, child.cost().cost(), total))
                    .nested(1, child.label()));
        }
        return Table.of("layers", List.of(Column.name("layer", "layer"), Column.number("share", "share")), rows);
    }
}
