package io.archmeter.sweep;

import io.archmeter.facts.Amount;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What many rows come to: how many are what, the front, the distributions of the figures, why points are no networks. */
public final class Summary {
    /** So many networks are kept for pictures, as far from each other as all of them together allow. */
    private static final int MOST_DRAWN = 2_000;

    private final Sweep sweep;
    private final Front front;
    private final List<Distribution> distributions = new ArrayList<>();
    private final Map<String, Reason> reasons = new TreeMap<>();
    private List<Row> drawn = new ArrayList<>();
    private long between = 1;
    private long excluded;
    private long networks;
    private long within;
    private long notKnown;
    private long unrated;

    /**
     * Why points are no networks.
     *
     * @param code of the problem
     * @param points how many it keeps from being one
     * @param first the first of them
     */
    public record Reason(String code, long points, Row first) {
        /** What is wrong with the first of them. */
        public String fact() {
            return ((Outcome.Refused) first.outcome()).fact();
        }
    }

    /** One of no rows yet. */
    public Summary(Sweep sweep) {
        this.sweep = sweep;
        this.front = new Front(sweep);
        sweep.figures().forEach(metric -> distributions.add(new Distribution()));
    }

    /** Takes one more row, the rows being in the order of their positions. */
    public void add(Row row) {
        if (row.outcome() instanceof Outcome.Excluded) {
            excluded++;
        } else if (row.outcome() instanceof Outcome.Refused refused) {
            reasons.merge(
                    refused.code(),
                    new Reason(refused.code(), 1, row),
                    (one, other) -> new Reason(one.code(), one.points() + 1, one.first()));
        } else {
            measured(row);
        }
    }

    /** Takes so many more points for which conditions do not hold. */
    public void addExcluded(long points) {
        excluded = Math.addExact(excluded, points);
    }

    private void measured(Row row) {
        if (networks % between == 0) {
            drawn.add(row);
            if (drawn.size() > MOST_DRAWN) {
                thinOut();
            }
        }
        networks++;
        boolean known = true;
        for (int i = 0; i < distributions.size(); i++) {
            OptionalLong exact = row.figure(i).map(Amount::exact).orElse(OptionalLong.empty());
            if (exact.isPresent()) {
                distributions.get(i).add(exact.getAsLong());
            }
            known &= row.figure(i).map(Amount::isExact).orElse(true);
        }
        notKnown += known ? 0 : 1;
        if (sweep.keepsLimits(row)) {
            within++;
            unrated += front.add(row) ? 0 : 1;
        }
    }

    private void thinOut() {
        List<Row> every = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i += 2) {
            every.add(drawn.get(i));
        }
        drawn = every;
        between *= 2;
    }

    /** Of how many points conditions do not hold. */
    public long excluded() {
        return excluded;
    }

    /** How many points are no networks. */
    public long refused() {
        return reasons.values().stream().mapToLong(Reason::points).sum();
    }

    /** Why points are no networks, by the codes of problems. */
    public List<Reason> reasons() {
        return List.copyOf(reasons.values());
    }

    /** How many points are networks. */
    public long networks() {
        return networks;
    }

    /** How many of the networks keep all limits. */
    public long within() {
        return within;
    }

    /** How many networks have a figure of which a part is not known. */
    public long notKnown() {
        return notKnown;
    }

    /** How many networks that keep all limits are not on the front for want of an objective's value. */
    public long unrated() {
        return unrated;
    }

    /** How many points were looked at. */
    public long points() {
        return excluded + refused() + networks;
    }

    /** The best. */
    public Front front() {
        return front;
    }

    /** The distribution of a figure over all networks; empty where no network has it. */
    public Optional<Distribution> distribution(int figure) {
        return Optional.of(distributions.get(figure)).filter(known -> known.count() > 0);
    }

    /** Some networks all over the space, for pictures. */
    public List<Row> drawn() {
        return Collections.unmodifiableList(drawn);
    }
}
