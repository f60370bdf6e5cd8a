package io.archmeter.report;

import io.archmeter.growth.Fitted;
import io.archmeter.growth.Variable;
import io.archmeter.report.text.Readable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where a polynomial holds, in words: {@code N from 1, H and W multiples of 32 from 32}. */
final class DomainText {
    private DomainText() {}

    static String of(List<Variable> variables, List<Fitted.Range> domain) {
        Map<String, List<String>> alike = new LinkedHashMap<>();
        for (int variable = 0; variable < variables.size(); variable++) {
            alike.computeIfAbsent(words(variables.get(variable), domain.get(variable)), words -> new ArrayList<>())
                    .add(variables.get(variable).symbol());
        }
        List<String> all = new ArrayList<>();
        alike.forEach((words, symbols) -> all.add(SmallWords.and(symbols) + " " + words));
        return String.join(", ", all);
    }

    private static String words(Variable variable, Fitted.Range range) {
        if (range.to().isPresent() && range.to().getAsLong() == range.from()) {
            return "= " + Readable.exact(range.from());
        }
        String to = range.to().isPresent() ? " to " + Readable.exact(range.to().getAsLong()) : "";
        return steps(variable) + "from " + Readable.exact(range.from()) + to;
    }

    private static String steps(Variable variable) {
        if (variable.step() == 1) {
            return "";
        }
        return variable.remainder() == 0
                ? "multiples of " + Readable.exact(variable.step()) + " "
                : Readable.exact(variable.remainder()) + " and multiples of " + Readable.exact(variable.step()) + " ";
    }
}
