package io.archmeter.sweep;

import io.archmeter.facts.Amount;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What many rows come to: how many are what, the front, the distributions of the figures, why points are no networks. It does not matter in
 * which order rows come, nor in which parts.
 */
public final class Summary {
    private final Sweep sweep;
    private final Front front;
    private final List<Distribution> distributions = new ArrayList<>();
    private final Map<String, Reason> reasons = new TreeMap<>();
    private final Map<String, Long> unknown = new TreeMap<>();
    private final DrawnRows drawn = new DrawnRows();
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

        /** Both together, for the same problem. */
        Reason and(Reason other) {
            Row earlier = first.position().compareTo(other.first.position()) < 0 ? first : other.first;
            return new Reason(code, Math.addExact(points, other.points), earlier);
        }
    }

    /** One of no rows yet. */
    public Summary(Sweep sweep) {
        this.sweep = sweep;
        this.front = new Front(sweep);
        sweep.figures().forEach(metric -> distributions.add(new Distribution()));
    }

    /** Takes one more row. */
    public void add(Row row) {
        if (row.isExcluded()) {
            excluded++;
        } else if (row.outcome() instanceof Outcome.Refused refused) {
            add(new Reason(refused.code(), 1, row));
        } else {
            measured(row);
        }
    }

    private void add(Reason reason) {
        reasons.merge(reason.code(), reason, Reason::and);
    }

    /** Takes all that another of the same sweep has taken, other rows than this one has. */
    public void add(Summary other) {
        addExcluded(other.excluded);
        other.reasons.values().forEach(this::add);
        networks = Math.addExact(networks, other.networks);
        within = Math.addExact(within, other.within);
        notKnown = Math.addExact(notKnown, other.notKnown);
        unrated = Math.addExact(unrated, other.unrated);
        other.unknown.forEach((origin, points) -> unknown.merge(origin, points, Math::addExact));
        drawn.add(other.drawn);
        front.add(other.front);
        for (int i = 0; i < distributions.size(); i++) {
            distributions.get(i).add(other.distributions.get(i));
        }
    }

    /** Takes so many more points for which conditions do not hold. */
    public void addExcluded(long points) {
        excluded = Math.addExact(excluded, points);
    }

    private void measured(Row row) {
        drawn.add(row);
        networks++;
        for (int i = 0; i < distributions.size(); i++) {
            OptionalLong exact = row.figure(i).map(Amount::exact).orElse(OptionalLong.empty());
            if (exact.isPresent()) {
                distributions.get(i).add(exact.getAsLong());
            }
        }
        List<String> origins = row.origins();
        origins.forEach(origin -> unknown.merge(origin, 1L, Math::addExact));
        notKnown += origins.isEmpty() ? 0 : 1;
        if (sweep.keepsLimits(row)) {
            within++;
            unrated += front.add(row) ? 0 : 1;
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(excluded);
        out.writeLong(networks);
        out.writeLong(within);
        out.writeLong(notKnown);
        out.writeLong(unrated);
        out.writeInt(reasons.size());
        for (Reason reason : reasons.values()) {
            out.writeLong(reason.points());
            RowBytes.write(reason.first(), out);
        }
        out.writeInt(unknown.size());
        for (Map.Entry<String, Long> origin : unknown.entrySet()) {
            TextBytes.write(origin.getKey(), out);
            out.writeLong(origin.getValue());
        }
        drawn.write(out);
        RowBytes.write(front.rows(), out);
        for (Distribution distribution : distributions) {
            distribution.write(out);
        }
    }

    static Summary read(Sweep sweep, DataInput in) throws IOException {
        RowBytes rows = new RowBytes(sweep);
        Summary summary = new Summary(sweep);
        summary.excluded = in.readLong();
        summary.networks = in.readLong();
        summary.within = in.readLong();
        summary.notKnown = in.readLong();
        summary.unrated = in.readLong();
        for (int reasons = in.readInt(); reasons > 0; reasons--) {
            long points = in.readLong();
            Row first = rows.row(in);
            summary.add(new Reason(((Outcome.Refused) first.outcome()).code(), points, first));
        }
        for (int origins = in.readInt(); origins > 0; origins--) {
            summary.unknown.put(TextBytes.read(in), in.readLong());
        }
        summary.drawn.addAll(rows, in);
        rows.rows(in).forEach(summary.front::add);
        for (Distribution distribution : summary.distributions) {
            distribution.addAll(in);
        }
        return summary;
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

    /** In how many networks what is not known comes from which layer or input, by their names. */
    public Map<String, Long> unknown() {
        return Collections.unmodifiableMap(unknown);
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
        return drawn.rows();
    }
}
