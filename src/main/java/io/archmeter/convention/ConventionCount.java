package io.archmeter.convention;

import io.archmeter.facts.Amount;
import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.op.Work;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.spec.expression.EvaluationSteps;
import io.archmeter.value.PlainValue;
import io.archmeter.value.Rational;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What a network comes to by a convention.
 *
 * @param layers in the order of execution, those without a price among them
 * @param total of all layers; those without a price are where the rest of it comes from
 */
public record ConventionCount(Convention convention, List<ChargedLayer> layers, Amount total) {
    public ConventionCount {
        layers = List.copyOf(layers);
    }

    /**
     * Counts a network.
     *
     * @param training whether the layers count that exist in training only
     * @throws ProblemException where a price cannot be worked out for a layer, or a sum does not fit a {@code long}
     */
    public static ConventionCount of(Convention convention, NetworkFacts network, boolean training) {
        return of(convention, NetworkQuantities.of(network, training));
    }

    /** The same of a network that several conventions count. */
    public static ConventionCount of(Convention convention, NetworkQuantities network) {
        List<ChargedLayer> layers = new ArrayList<>();
        Amount total = Amount.ZERO;
        for (LayerQuantities quantities : network.layers()) {
            LayerFacts layer = quantities.layer();
            ChargedLayer charged = charge(convention, layer, quantities);
            layers.add(charged);
            total = sum(total, charged.total(), convention, layer.name());
        }
        return new ConventionCount(convention, layers, total);
    }

    private static ChargedLayer charge(Convention convention, LayerFacts layer, LayerQuantities quantities) {
        String operator = layer.op().kind();
        Optional<List<Price>> prices = convention.prices(operator);
        if (prices.isEmpty()) {
            // What moves elements alone costs nothing where nobody says that it does.
            Amount unknown = computes(layer) ? new Amount(0, List.of(layer.name())) : Amount.ZERO;
            return new ChargedLayer(layer.name(), operator, List.of(), computes(layer), unknown);
        }
        List<Charge> charges = new ArrayList<>();
        Amount total = Amount.ZERO;
        for (Price price : prices.get()) {
            Amount amount = amount(price, layer, quantities);
            charges.add(new Charge(price, amount));
            total = sum(total, amount, convention, layer.name());
        }
        return new ChargedLayer(layer.name(), operator, charges, computes(layer), total);
    }

    private static boolean computes(LayerFacts layer) {
        return !layer.work().equals(Work.NONE);
    }

    private static Amount amount(Price price, LayerFacts layer, LayerQuantities quantities) {
        PlainValue value = price.cost().value(quantities, new EvaluationSteps());
        if (value instanceof PlainValue.Unknown) {
            List<String> origins = layer.cost().origins();
            return new Amount(0, origins.isEmpty() ? List.of(layer.name()) : origins);
        }
        if (!(value instanceof PlainValue.Num number)) {
            throw refused(price, layer, "is " + value.described(), "let it give a number");
        }
        return Amount.exactly(count(number.number(), price, layer));
    }

    private static long count(Rational number, Price price, LayerFacts layer) {
        if (!number.isWhole()) {
            throw refused(price, layer, "is " + number + ", which is not whole", "round it: floor(…) or ceil(…)");
        }
        OptionalLong whole = number.toLong();
        if (whole.isEmpty() || whole.getAsLong() < 0) {
            throw refused(price, layer, "is " + number, "let it be 0 or more, and less than 2^63");
        }
        return whole.getAsLong();
    }

    private static ProblemException refused(Price price, LayerFacts layer, String fact, String remedy) {
        return new ProblemException(Problem.at(
                price.cost().at(),
                "wrong-price",
                "the price of " + layer.op().kind() + " " + fact + " for the layer '" + layer.name() + "'",
                remedy));
    }

    private static Amount sum(Amount sum, Amount more, Convention convention, String layer) {
        try {
            return sum.plus(more);
        } catch (ArithmeticException tooLarge) {
            throw new ProblemException(new Problem(
                    "number-too-large",
                    Span.of(convention.name()),
                    layer,
                    "what is counted up to here does not fit 63 bits",
                    "look at its prices"));
        }
    }

    /** The operators that the convention leaves out: those that it does not name and of which it counts nothing, with how many there are. */
    public Map<String, Integer> leftOut() {
        Map<String, Integer> kinds = new TreeMap<>();
        for (ChargedLayer layer : layers) {
            boolean nothing = layer.total().equals(Amount.ZERO);
            if (nothing && layer.computes() && !convention.names(layer.operator())) {
                kinds.merge(layer.operator(), 1, Integer::sum);
            }
        }
        return kinds;
    }

    /** The operators that have no price, with how many there are: the total is incomplete without them. */
    public Map<String, Integer> unpriced() {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        for (ChargedLayer layer : layers) {
            if (!layer.total().isExact() && convention.prices(layer.operator()).isEmpty()) {
                kinds.merge(layer.operator(), 1, Integer::sum);
            }
        }
        return kinds;
    }
}
