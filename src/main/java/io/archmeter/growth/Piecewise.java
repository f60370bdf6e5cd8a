package io.archmeter.growth;

import io.archmeter.value.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A figure along one variable as a few polynomials, each for some of the values: a peak is the largest of several sums, of which each
 * grows in its own way.
 */
final class Piecewise {
    /** Nobody reads more. */
    private static final int MOST_PIECES = 8;

    /** Values that belong to no polynomial: where one takes over from another within a few steps, no piece is long enough. */
    private static final int MOST_ALONE = 8;

    private Piecewise() {}

    /**
     * The pieces from the lowest values up.
     *
     * @return none where there is no polynomial, or there are too many
     */
    static List<Fitted> of(Variable variable, Reach reach, Figure figure, int mostDegree) {
        PolynomialSearch search = new PolynomialSearch(List.of(variable), List.of(reach), figure, mostDegree);
        List<Fitted> pieces = new ArrayList<>();
        Optional<Fitted> first = search.aroundBase();
        first.ifPresent(pieces::add);
        long begin = first.isPresent() ? after(first.get(), variable) : Math.max(0, reach.first());
        int alone = 0;
        while (begin <= reach.last() && !(first.isPresent() && isOpen(pieces))) {
            Optional<Fitted> next = search.from(List.of(begin));
            if (next.isEmpty()) {
                OptionalLong value = figure.at(List.of(variable.value(begin)));
                if (++alone > MOST_ALONE || value.isEmpty()) {
                    return isCovering(pieces, variable) ? pieces : List.of();
                }
                pieces.add(alone(variable.value(begin), value.getAsLong()));
                begin++;
            } else {
                pieces.add(next.get());
                if (isOpen(pieces)) {
                    break;
                }
                begin = after(next.get(), variable);
            }
            if (pieces.size() > MOST_PIECES + alone) {
                return List.of();
            }
        }
        return pieces;
    }

    /** Whether the last piece has no end. */
    private static boolean isOpen(List<Fitted> pieces) {
        return !pieces.isEmpty()
                && pieces.get(pieces.size() - 1).domain().get(0).to().isEmpty();
    }

    /** Whether there is a polynomial where the network is that was asked for. */
    private static boolean isCovering(List<Fitted> pieces, Variable variable) {
        return pieces.stream()
                .anyMatch(piece -> piece.checked() > 0
                        && piece.domain().get(0).from() <= variable.base()
                        && piece.domain().get(0).seen() >= variable.base());
    }

    private static long after(Fitted piece, Variable variable) {
        return (piece.domain().get(0).seen() - variable.base()) / variable.step() + 1;
    }

    private static Fitted alone(long at, long value) {
        return new Fitted(
                Polynomial.constant(1, Rational.of(value)),
                List.of(new Fitted.Range(at, OptionalLong.of(at), at)),
                1,
                0);
    }
}
