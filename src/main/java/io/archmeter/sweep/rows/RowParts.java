package io.archmeter.sweep.rows;

import io.archmeter.facts.Amount;
import io.archmeter.sweep.Outcome;
import io.archmeter.sweep.Point;
import io.archmeter.sweep.Row;
import io.archmeter.sweep.Space;
import io.archmeter.sweep.Sweep;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What lines of all formats are made of, and rows again. */
final class RowParts {
    /** Before a figure of which a part is not known. */
    private static final String AT_LEAST = ">=";

    /** The name of what says where that part comes from. */
    static final String UNKNOWN = "unknown";

    /** Between two names of layers, none of which has it. */
    private static final String AND = "; ";

    private RowParts() {}

    /** The shape, the batch and the type, by their names, where they vary. */
    static List<String> settings(Space space) {
        List<String> names = new ArrayList<>();
        if (space.inputs().size() > 1) {
            names.add("input");
        }
        if (space.batches().size() > 1) {
            names.add("batch");
        }
        if (space.types().size() > 1) {
            names.add("dtype");
        }
        return names;
    }

    static String setting(String name, Point point) {
        return switch (name) {
            case "input" -> point.input().orElseThrow().toString();
            case "batch" -> String.valueOf(point.batch());
            default -> point.type().toString();
        };
    }

    /** A figure to the last digit; nothing where there is no such thing. */
    static String figure(Optional<Amount> figure) {
        return figure.map(amount -> (amount.isExact() ? "" : AT_LEAST) + amount.atLeast())
                .orElse("");
    }

    /** The layers and inputs from which comes what is not known of a row's figures; nothing where all is known. */
    static String origins(Row row) {
        return String.join(AND, row.origins());
    }

    /** Those that a text names. */
    static List<String> origins(String text) {
        return text.isEmpty() ? List.of("?") : List.of(text.split(AND));
    }

    /**
     * The figure that a text is.
     *
     * @param origins where what is not known of it comes from
     */
    static Optional<Amount> figure(String text, List<String> origins) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                text.startsWith(AT_LEAST)
                        ? new Amount(Long.parseLong(text.substring(AT_LEAST.length())), origins)
                        : Amount.exactly(Long.parseLong(text)));
    }

    /**
     * A row that was written.
     *
     * @throws RuntimeException of some kind where there is no such point
     */
    static Row row(Sweep sweep, String index, Outcome outcome) {
        Point point = sweep.space().point(new BigInteger(index));
        return new Row(sweep.order().position(point.index()), point, outcome);
    }
}
