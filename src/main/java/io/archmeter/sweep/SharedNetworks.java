package io.archmeter.sweep;

import io.archmeter.facts.Amount;
import io.archmeter.problem.ProblemException;
import io.archmeter.spec.expression.Scope;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * Counts points by their pieces, and now and then the whole network too, which has to come to the same. What the pieces do not tell, and what
 * is wrong with a point, the whole network tells.
 */
final class SharedNetworks implements Evaluation {
    /** A prime, so that no regular part of a space is left out. */
    private static final BigInteger BETWEEN_PROOFS = BigInteger.valueOf(997);

    private final SweptSpec spec;
    private final SharedPieces pieces;
    private final WholeNetworks whole;

    private SharedNetworks(SweptSpec spec, SharedPieces pieces, WholeNetworks whole) {
        this.spec = spec;
        this.pieces = pieces;
        this.whole = whole;
    }

    /** The evaluation that fits a spec and figures. */
    static Evaluation of(SweptSpec spec, Figures figures) {
        WholeNetworks whole = new WholeNetworks(spec, figures);
        return SharedPieces.of(spec, figures)
                .<Evaluation>map(pieces -> new SharedNetworks(spec, pieces, whole))
                .orElse(whole);
    }

    @Override
    public Outcome of(Point point) {
        Optional<List<Amount>> sum = sum(point);
        if (sum.isEmpty()) {
            return whole.of(point);
        }
        Outcome shared =
                new Outcome.Measured(sum.get().stream().map(Optional::of).toList());
        if (point.index().mod(BETWEEN_PROOFS).signum() == 0 && !shared.equals(whole.of(point))) {
            throw new IllegalStateException("the pieces of point " + point.index() + " come to " + shared
                    + ", and the whole to " + whole.of(point));
        }
        return shared;
    }

    private Optional<List<Amount>> sum(Point point) {
        try {
            Scope params = spec.params(point.settings());
            return spec.sample(point.input(), params)
                    .flatMap(sample -> pieces.of(params, sample.batched(point.batch()), point.type()));
        } catch (ProblemException wrong) {
            return Optional.empty();
        }
    }
}
