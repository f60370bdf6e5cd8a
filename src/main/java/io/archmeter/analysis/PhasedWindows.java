package io.archmeter.analysis;

import io.archmeter.op.Axis;
import io.archmeter.op.DividedAxis;
import io.archmeter.op.PhasedAxis;
import io.archmeter.value.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Windows of different sizes that repeat: of n phases, position i·n + r sees the span of phase r, i·{@code advance} elements of the input
 * further on. The step from one position to the next is a fraction, {@code advance} / n, as that of upsampling in Araujo et al. 2019.
 *
 * @param positions how many there are
 */
record PhasedWindows(long advance, List<Span> phases, long positions) implements SeenWindows.Repeating {
    /** No resizing of images has as many; what has more would take long to be followed. */
    private static final long MOST_PHASES = 4096;

    /** Elements of the input from {@code begin} up to {@code end}; none of them where the two are equal. */
    record Span(long begin, long end) {
        private static final Span NOTHING = new Span(0, 0);

        boolean isEmpty() {
            return begin == end;
        }

        private Span and(Span other) {
            if (isEmpty() || other.isEmpty()) {
                return isEmpty() ? other : this;
            }
            return new Span(Math.min(begin, other.begin), Math.max(end, other.end));
        }
    }

    PhasedWindows {
        phases = List.copyOf(phases);
    }

    @Override
    public PhasedWindows inPhases() {
        return this;
    }

    /** What the positions see whose taps in these windows are known; empty where none of them sees anything. */
    Optional<SeenWindows> seenBy(PhasedAxis axis, long windows) {
        if (axis.advance() == 0) {
            Span all = seen(axis.phases().get(0), 0);
            return all.isEmpty() ? Optional.empty() : Optional.of(new SeenWindows.Alike(all.begin, all.end));
        }
        long common = common(phases.size(), axis.advance());
        long rounds = phases.size() / common;
        if (rounds * axis.phases().size() > MOST_PHASES) {
            return Optional.empty();
        }
        List<Span> spans = new ArrayList<>();
        for (long round = 0; round < rounds; round++) {
            for (PhasedAxis.Taps taps : axis.phases()) {
                spans.add(seen(taps, Math.multiplyExact(round, axis.advance())));
            }
        }
        long further = Math.multiplyExact(advance, axis.advance() / common);
        return new PhasedWindows(further, spans, windows).simplified();
    }

    /** Phases repeat, so that only the first taps on each can begin before all others, and only the last end after them. */
    private Span seen(PhasedAxis.Taps taps, long shift) {
        long some = Math.min(taps.count(), phases.size());
        Span seen = Span.NOTHING;
        for (long tap = 0; tap < some; tap++) {
            seen = seen.and(span(Math.addExact(shift, taps.at(tap))));
            seen = seen.and(span(Math.addExact(shift, taps.at(taps.count() - 1 - tap))));
        }
        return seen;
    }

    private Span span(long position) {
        Span span = phases.get((int) Math.floorMod(position, (long) phases.size()));
        long further = Math.multiplyExact(Math.floorDiv(position, (long) phases.size()), advance);
        return span.isEmpty() ? span : new Span(Math.addExact(span.begin, further), Math.addExact(span.end, further));
    }

    /** As windows of one size where they are that; empty where nothing is seen. */
    private Optional<SeenWindows> simplified() {
        if (span(0, positions).isEmpty()) {
            return Optional.empty();
        }
        Span first = phases.get(0);
        long step = advance / phases.size();
        boolean even = advance % phases.size() == 0 && !first.isEmpty();
        for (int phase = 1; phase < phases.size() && even; phase++) {
            even = phases.get(phase).equals(new Span(first.begin + phase * step, first.end + phase * step));
        }
        return Optional.of(even ? new SeenWindows.Even(first.end - first.begin, step, first.begin, positions) : this);
    }

    /** Whether both have as many windows, the same step apart. */
    boolean matches(PhasedWindows other) {
        return positions == other.positions
                && Math.multiplyExact(advance, other.phases.size()) == Math.multiplyExact(other.advance, phases.size());
    }

    Optional<SeenWindows> union(PhasedWindows other) {
        long rounds = other.phases.size() / common(phases.size(), other.phases.size());
        if (rounds * phases.size() > MOST_PHASES) {
            return Optional.empty();
        }
        List<Span> spans = new ArrayList<>();
        for (long position = 0; position < rounds * phases.size(); position++) {
            spans.add(span(position).and(other.span(position)));
        }
        return new PhasedWindows(Math.multiplyExact(advance, rounds), spans, positions).simplified();
    }

    /** What some positions in a row see together. */
    private Span span(long first, long count) {
        return seen(new PhasedAxis.Taps(first, count, 1), 0);
    }

    @Override
    public long begin(long first, long count) {
        return span(first, count).begin;
    }

    @Override
    public long end(long first, long count) {
        return span(first, count).end;
    }

    @Override
    public long begin() {
        return begin(0, positions);
    }

    @Override
    public long end() {
        return end(0, positions);
    }

    @Override
    public boolean isAlike() {
        return positions == 1;
    }

    @Override
    public SeenAxis seen() {
        long size = 0;
        for (long position = 0; position < Math.min(positions, phases.size()); position++) {
            Span span = phases.get((int) position);
            size = Math.max(size, span.end - span.begin);
        }
        Optional<Rational> stride =
                isAlike() ? Optional.empty() : Optional.of(Rational.of(advance).over(Rational.of(phases.size())));
        return new SeenAxis(size, stride, begin(), end());
    }

    @Override
    public Optional<SeenWindows> through(Axis axis, long windows) {
        return seenBy(PhasedAxis.of(axis), windows);
    }

    @Override
    public Optional<SeenWindows> pooled(DividedAxis axis) {
        if (axis.isEven()) {
            return seenBy(PhasedAxis.covering(axis.extent() / axis.windows()), axis.windows());
        }
        return phases.stream().anyMatch(Span::isEmpty)
                ? Optional.empty()
                : Optional.of(new SeenWindows.Uneven(List.of(new SeenWindows.Division(this, axis))));
    }

    private static long common(long one, long other) {
        return BigInteger.valueOf(one).gcd(BigInteger.valueOf(other)).longValue();
    }
}
