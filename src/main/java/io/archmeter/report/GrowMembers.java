package io.archmeter.report;

import io.archmeter.growth.Fitted;
import io.archmeter.growth.Growth;
import io.archmeter.growth.Polynomial;
import io.archmeter.growth.Variable;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Cell;
import java.util.ArrayList;
import java.util.List;

/** Polynomials for programs: coefficients as exact fractions, and where they hold. */
final class GrowMembers {
    private GrowMembers() {}

    static Cell together(Growth growth) {
        List<Cell> all = new ArrayList<>();
        growth.together().forEach((metric, fitted) -> all.add(of(metric, fitted, growth.variables())));
        return new Cell.Items(all);
    }

    static Cell along(Growth growth, Growth.Along along) {
        List<Variable> variables = List.of(along.line().variable());
        List<Cell> all = new ArrayList<>();
        along.pieces().forEach((metric, pieces) -> pieces.forEach(piece -> all.add(of(metric, piece, variables))));
        return new Cell.Items(all);
    }

    private static Cell of(Metric metric, Fitted fitted, List<Variable> variables) {
        List<String> symbols = variables.stream().map(Variable::symbol).toList();
        List<Cell> domain = new ArrayList<>();
        for (int variable = 0; variable < variables.size(); variable++) {
            domain.add(range(variables.get(variable), fitted.domain().get(variable)));
        }
        return Cell.Members.of(
                new Cell.Member("metric", new Cell.Text(metric.toString())),
                new Cell.Member("formula", new Cell.Text(PolynomialText.of(fitted.polynomial(), symbols))),
                new Cell.Member(
                        "terms",
                        new Cell.Items(fitted.polynomial().terms().stream()
                                .map(term -> term(term, symbols))
                                .toList())),
                new Cell.Member("domain", new Cell.Items(domain)),
                new Cell.Member("points", new Cell.Count(fitted.points())),
                new Cell.Member("checked", new Cell.Count(fitted.checked())));
    }

    private static Cell term(Polynomial.Term term, List<String> symbols) {
        List<Cell.Member> powers = new ArrayList<>();
        for (int variable = 0; variable < symbols.size(); variable++) {
            if (term.powers().get(variable) > 0) {
                powers.add(new Cell.Member(
                        symbols.get(variable), new Cell.Count(term.powers().get(variable))));
            }
        }
        return Cell.Members.of(
                new Cell.Member("coefficient", new Cell.Text(term.coefficient().fraction())),
                new Cell.Member("powers", new Cell.Members(powers)));
    }

    private static Cell range(Variable variable, Fitted.Range range) {
        return Cell.Members.of(
                new Cell.Member("symbol", new Cell.Text(variable.symbol())),
                new Cell.Member("variable", new Cell.Text(variable.word())),
                new Cell.Member("step", new Cell.Count(variable.step())),
                new Cell.Member("from", new Cell.Count(range.from())),
                new Cell.Member(
                        "to", range.to().isPresent() ? new Cell.Count(range.to().getAsLong()) : Cell.EMPTY),
                new Cell.Member("checked_to", new Cell.Count(range.seen())));
    }
}
