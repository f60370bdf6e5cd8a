package io.archmeter.report;

import io.archmeter.growth.Growth;
import io.archmeter.growth.Variable;
import io.archmeter.metric.Metric;
import io.archmeter.report.text.Readable;
import java.util.List;
import java.util.stream.Collectors;

/** What is varied, and what grows, in words. */
final class GrowWords {
    private GrowWords() {}

    /** {@code batch, height and width}. */
    static String variables(Growth growth) {
        return SmallWords.and(growth.variables().stream().map(Variable::word).toList());
    }

    /** {@code N (batch), H (height), W (width)}. */
    static String symbols(List<Variable> variables) {
        return variables.stream().map(GrowWords::symbol).collect(Collectors.joining(", "));
    }

    private static String symbol(Variable variable) {
        return variable.symbol().equals(variable.word())
                ? variable.word()
                : variable.symbol() + " (" + variable.word() + ")";
    }

    /** {@code S (input): H = S, W = S, with N = 1}. */
    static String heading(Growth growth, Growth.Along along) {
        List<Variable> variables = growth.variables();
        List<Integer> moved = along.line().moved();
        Variable variable = along.line().variable();
        String is = moved.size() == 1
                ? ""
                : ": "
                        + moved.stream()
                                .map(each -> moved(variables.get(each), variable))
                                .collect(Collectors.joining(", "));
        String others = SmallWords.and(variables.stream()
                .filter(other -> !moved.contains(variables.indexOf(other)))
                .map(other -> other.symbol() + " = " + Readable.exact(other.base()))
                .toList());
        return symbol(variable) + is + (others.isEmpty() ? "" : ", with " + others);
    }

    private static String moved(Variable each, Variable all) {
        long more = each.base() - all.base();
        String sum = more == 0 ? "" : more > 0 ? " + " + Readable.exact(more) : " − " + Readable.exact(-more);
        return each.symbol() + " = " + all.symbol() + sum;
    }

    /** {@code output memory in bytes}. */
    static String exactly(Metric metric) {
        return metric.unit() == Metric.Unit.BYTES ? metric.words() + " in bytes" : metric.words();
    }
}
