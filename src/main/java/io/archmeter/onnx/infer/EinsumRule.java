package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;

import io.archmeter.graph.Shape;
import io.archmeter.op.Formula;
import java.util.ArrayList;
import java.util.List;

/**
 * Sums of products along axes that are called by letters. Two inputs at a time, from the left: where letters that both have are summed,
 * each combination of letters is a multiply-add, and elsewhere a multiplication; what one of them alone has is summed before.
 */
final class EinsumRule {
    private EinsumRule() {}

    static Outcome infer(NodeCall call) {
        EinsumAxes equation = EinsumAxes.of(call);
        Shape out = Shape.ofAxes(equation.axes(equation.output()));
        List<Formula> multiplyAdds = new ArrayList<>();
        List<Formula> products = new ArrayList<>();
        List<Formula> sums = new ArrayList<>();
        String left = equation.terms().get(0);
        for (int next = 1; next < equation.terms().size(); next++) {
            String right = equation.terms().get(next);
            String needed = equation.output()
                    + String.join(
                            "",
                            equation.terms().subList(next + 1, equation.terms().size()));
            left = summed(equation, left, needed + right, sums);
            right = summed(equation, right, needed + left, sums);
            String all = distinct(left + right);
            String kept = only(all, needed);
            (kept.equals(all) ? products : multiplyAdds).add(elements(equation, all));
            left = kept;
        }
        summed(equation, left, equation.output(), sums);
        Outcome outcome = Outcome.of(Fact.tensor(call.type(0), out));
        if (!multiplyAdds.isEmpty()) {
            outcome = outcome.multiplying(together(multiplyAdds));
        }
        if (!products.isEmpty()) {
            outcome = outcome.and(MULTIPLY, together(products));
        }
        return sums.isEmpty() ? outcome : outcome.and(ADD, together(sums));
    }

    /** A term without the letters that nobody else has, and with each of the others once. */
    private static String summed(EinsumAxes equation, String term, String others, List<Formula> sums) {
        String once = distinct(term);
        String kept = only(once, others);
        if (!kept.equals(once)) {
            sums.add(elements(equation, once));
        }
        return kept;
    }

    private static String only(String letters, String those) {
        StringBuilder kept = new StringBuilder();
        letters.chars().filter(letter -> those.indexOf(letter) >= 0).forEach(letter -> kept.append((char) letter));
        return kept.toString();
    }

    private static String distinct(String letters) {
        StringBuilder once = new StringBuilder();
        letters.chars().distinct().forEach(letter -> once.append((char) letter));
        return once.toString();
    }

    private static Formula elements(EinsumAxes equation, String letters) {
        return Formula.elements(Shape.ofAxes(equation.axes(letters)));
    }

    private static Formula together(List<Formula> terms) {
        return terms.size() == 1 ? terms.get(0) : Formula.sum(terms);
    }
}
