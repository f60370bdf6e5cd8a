package io.archmeter.convention.file;

import io.archmeter.convention.Price;
import io.archmeter.convention.PriceNames;
import io.archmeter.convention.WorkKind;
import io.archmeter.op.Catalogue;
import io.archmeter.op.OperatorWords;
import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Vocabulary;
import io.archmeter.source.CheckedMapping;
import io.archmeter.source.SourceValue;
import io.archmeter.spec.expression.Unevaluated;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what operators cost: a number or an expression, or one for each kind of work, each maybe with a name. Several operators that
 * cost the same stand in one key, with commas between.
 */
final class PricesReader {
    private static final List<String> NAMED = List.of("cost", "name");
    private static final Vocabulary KINDS = new Vocabulary(
            Map.of(
                    "macs", "products",
                    "mac", "products",
                    "multiplyadds", "products",
                    "adds", "additions",
                    "add", "additions",
                    "muls", "multiplications",
                    "divides", "divisions",
                    "exp", "exponentials",
                    "compares", "comparisons",
                    "all", "cost"),
            Map.of());

    private final Problems problems;

    PricesReader(Problems problems) {
        this.problems = problems;
    }

    /** Adds the prices of operators, by their names. */
    void operators(SourceValue located, Map<String, List<Price>> operators) {
        for (SourceValue.Entry entry :
                CheckedMapping.anyKeys("operators", "operators: {conv: =multiply_adds}", located, problems)) {
            List<Price> prices = prices(entry.key(), entry.value());
            for (String kind : entry.key().split(",", -1)) {
                String operator = kind.strip();
                if (!isOperator(operator)) {
                    problems.add(
                            entry.keyAt(),
                            "unknown-operator",
                            "there is no operator '" + Excerpt.of(operator) + "'",
                            OperatorWords.remedy(operator, Catalogue.kinds()));
                } else if (operators.putIfAbsent(operator, prices) != null) {
                    problems.add(
                            entry.keyAt(),
                            "duplicate-key",
                            "the operator '" + operator + "' has its prices already",
                            "remove one of the two");
                }
            }
        }
    }

    /** One of the catalogue, or of ONNX files, which begin with a capital letter and are too many to list. */
    private static boolean isOperator(String name) {
        String type = name.substring(name.lastIndexOf('.') + 1);
        return Catalogue.kinds().contains(name) || !type.isEmpty() && Character.isUpperCase(type.charAt(0));
    }

    /** The prices of an operator. */
    List<Price> prices(String operator, SourceValue located) {
        if (!(located instanceof SourceValue.Mapping mapping)) {
            return price(WorkKind.COST, "", located).map(List::of).orElse(List.of());
        }
        if (mapping.entries().stream().anyMatch(entry -> entry.key().equals("name"))) {
            return named(operator, WorkKind.COST, located).map(List::of).orElse(List.of());
        }
        CheckedMapping keys = CheckedMapping.of(
                "the prices of " + Excerpt.of(operator),
                "a number, an expression, or {products: =multiply_adds}",
                located,
                WorkKind.keys(),
                KINDS,
                problems);
        List<Price> prices = new ArrayList<>();
        for (WorkKind kind : WorkKind.values()) {
            keys.find(kind.toString())
                    .flatMap(found -> kind(operator, kind, found))
                    .ifPresent(prices::add);
        }
        return prices;
    }

    private Optional<Price> kind(String operator, WorkKind kind, SourceValue located) {
        return located instanceof SourceValue.Mapping ? named(operator, kind, located) : price(kind, "", located);
    }

    private Optional<Price> named(String operator, WorkKind kind, SourceValue located) {
        CheckedMapping keys = CheckedMapping.of(
                kind + " of " + Excerpt.of(operator),
                "{cost: =2 * input, name: 2 per element}",
                located,
                NAMED,
                new Vocabulary(Map.of(), Map.of()),
                problems);
        Optional<SourceValue> cost = keys.find("cost");
        if (cost.isEmpty() && keys.lacks("cost")) {
            problems.add(located.at(), "missing-key", "this price has no cost", "write cost: =2 * input");
        }
        String name = keys.text("name").orElse("");
        return cost.flatMap(found -> price(kind, name, found));
    }

    private Optional<Price> price(WorkKind kind, String name, SourceValue located) {
        boolean number = located instanceof SourceValue.Scalar scalar && scalar.value() instanceof PlainValue.Num;
        boolean text = located instanceof SourceValue.Scalar scalar
                && scalar.value() instanceof PlainValue.Text written
                && written.text().startsWith("=");
        if (!number && !text) {
            if (!located.isUnknown()) {
                problems.add(
                        located.at(),
                        "wrong-type",
                        "a price must be a number or an expression, but is " + located.described(),
                        "write 0, or an expression such as =2 * input");
            }
            return Optional.empty();
        }
        Unevaluated cost = Unevaluated.of(located, problems);
        if (cost instanceof Unevaluated.Computed computed) {
            computed.expression().unknownNames(PriceNames.ALL).forEach(problems::add);
            return Optional.of(
                    new Price(kind, name, computed.expression().text().strip(), cost));
        }
        return Optional.of(new Price(kind, name, cost.value().described(), cost));
    }
}
