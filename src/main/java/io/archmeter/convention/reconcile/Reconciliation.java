package io.archmeter.convention.reconcile;

import io.archmeter.convention.Charge;
import io.archmeter.convention.ChargedLayer;
import io.archmeter.convention.ConventionCount;
import io.archmeter.convention.Price;
import io.archmeter.convention.WorkKind;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From what one convention counts of a network to what another does. Where they price a kind of work alike in all layers, there is no term.
 *
 * @param from the total to begin with
 * @param terms that are added to it
 * @param to the total that comes out
 */
public record Reconciliation(long from, List<ReconcilingTerm> terms, long to) {
    public Reconciliation {
        terms = List.copyOf(terms);
        long sum = from;
        for (ReconcilingTerm term : terms) {
            sum = Math.addExact(sum, term.amount());
        }
        if (sum != to) {
            throw new IllegalArgumentException("the terms lead from " + from + " to " + sum + ", and not to " + to);
        }
    }

    /** Which layers have a term in common: those whose prices are the same on both sides. */
    private record Key(WorkKind kind, String before, String after) {}

    /** A term to which layers are added. */
    private static final class Draft {
        private final Optional<Price> before;
        private final Optional<Price> after;
        private final List<String> operators = new ArrayList<>();
        private final List<String> layers = new ArrayList<>();
        private long amount;

        private Draft(Optional<Price> before, Optional<Price> after) {
            this.before = before;
            this.after = after;
        }

        private void add(ChargedLayer layer, long more) {
            if (!operators.contains(layer.operator())) {
                operators.add(layer.operator());
            }
            layers.add(layer.name());
            amount = Math.addExact(amount, more);
        }

        private ReconcilingTerm term(WorkKind kind) {
            return new ReconcilingTerm(
                    kind,
                    name(),
                    before.map(Price::text).orElse(""),
                    after.map(Price::text).orElse(""),
                    operators,
                    layers,
                    amount);
        }

        /** What only one side counts has the operators in its name, where others may have work of the same kind that both count. */
        private String name() {
            if (before.isPresent() && after.isPresent()) {
                return named(after.get()) + " instead of " + named(before.get());
            }
            Price only = before.or(() -> after).orElseThrow();
            boolean shared = only.kind() == WorkKind.PRODUCTS || only.kind() == WorkKind.BIAS;
            return shared && !only.name().isEmpty() && !only.name().contains(" of ")
                    ? only.name() + " of " + String.join(", ", operators)
                    : named(only);
        }

        private String named(Price price) {
            return price.name().isEmpty() ? price.text() + " of " + String.join(", ", operators) : price.name();
        }
    }

    /**
     * From one count of a network to another.
     *
     * @param before and {@code after}: of the same network, with the same layers
     * @throws ProblemException where one of them is not known in full
     */
    public static Reconciliation of(ConventionCount before, ConventionCount after) {
        Map<Key, Draft> drafts = new LinkedHashMap<>();
        for (int i = 0; i < before.layers().size(); i++) {
            ChargedLayer from = before.layers().get(i);
            ChargedLayer to = after.layers().get(i);
            if (!from.total().equals(to.total())) {
                add(from, to, drafts);
            }
        }
        List<ReconcilingTerm> terms = new ArrayList<>();
        drafts.forEach((key, draft) -> {
            if (draft.amount != 0) {
                terms.add(draft.term(key.kind()));
            }
        });
        return new Reconciliation(exact(before), terms, exact(after));
    }

    private static void add(ChargedLayer from, ChargedLayer to, Map<Key, Draft> drafts) {
        Map<WorkKind, Charge> before = byKind(from);
        Map<WorkKind, Charge> after = byKind(to);
        for (WorkKind kind : WorkKind.values()) {
            Optional<Charge> one = Optional.ofNullable(before.get(kind));
            Optional<Charge> other = Optional.ofNullable(after.get(kind));
            long difference = Math.subtractExact(amount(other), amount(one));
            if (difference != 0) {
                Optional<Price> left =
                        one.filter(charge -> charge.amount().atLeast() != 0).map(Charge::price);
                Optional<Price> right =
                        other.filter(charge -> charge.amount().atLeast() != 0).map(Charge::price);
                Key key = new Key(
                        kind,
                        left.map(Reconciliation::label).orElse(""),
                        right.map(Reconciliation::label).orElse(""));
                drafts.computeIfAbsent(key, unseen -> new Draft(left, right)).add(from, difference);
            }
        }
    }

    private static String label(Price price) {
        return price.name() + " = " + price.text();
    }

    private static Map<WorkKind, Charge> byKind(ChargedLayer layer) {
        Map<WorkKind, Charge> byKind = new EnumMap<>(WorkKind.class);
        layer.charges().forEach(charge -> byKind.put(charge.price().kind(), charge));
        return byKind;
    }

    private static long amount(Optional<Charge> charge) {
        return charge.map(some -> some.amount().atLeast()).orElse(0L);
    }

    private static long exact(ConventionCount count) {
        return count.total()
                .exact()
                .orElseThrow(() -> new ProblemException(Problem.at(
                        Span.of(count.convention().name()),
                        "unknown-total",
                        "the total is not known: '" + count.total().origins().get(0) + "' does not say all",
                        "give the extents that are open, or a price to the operators that have none")));
    }

    /** The same on to a figure that is printed somewhere; what no convention explains is named. */
    public Reconciliation onTo(PrintedFigure figure, long printed) {
        List<ReconcilingTerm> more = new ArrayList<>(terms);
        if (printed != to) {
            more.add(new ReconcilingTerm(
                    WorkKind.COST,
                    figure.isPrintedOf(to) ? "rounding" : "a remainder that no convention explains",
                    "",
                    "",
                    List.of(),
                    List.of(),
                    Math.subtractExact(printed, to)));
        }
        return new Reconciliation(from, more, printed);
    }
}
