package io.archmeter.diff;

import io.archmeter.graph.DType;
import io.archmeter.problem.Visible;
import io.archmeter.snapshot.InputSnapshot;
import io.archmeter.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a network is given has changed: how much, under which names, in which order, in which type. What a file does not say of an only
 * input is no change.
 *
 * @param what {@code input}, or {@code inputs} where there are several
 * @param before shapes without the batch, as one reads them: {@code image 3×8×8, tokens 77 int64}
 * @param after likewise
 * @since 0.2.0
 */
public record InputChange(String what, String before, String after) {
    /** The change; empty where there is none. */
    public static Optional<InputChange> between(Snapshot before, Snapshot after) {
        return areSame(before, after) ? Optional.empty() : Optional.of(of(before, after));
    }

    private static boolean areSame(Snapshot before, Snapshot after) {
        List<InputSnapshot> old = before.inputs();
        List<InputSnapshot> now = after.inputs();
        boolean same = old.size() == now.size();
        for (int i = 0; same && i < old.size(); i++) {
            same = old.get(i).shape().equals(now.get(i).shape())
                    && !haveOtherNames(old.get(i), now.get(i))
                    && !haveOtherTypes(old.get(i), before, now.get(i), after);
        }
        return same;
    }

    private static boolean haveOtherNames(InputSnapshot old, InputSnapshot now) {
        return old.name().isPresent() && now.name().isPresent() && !old.name().equals(now.name());
    }

    /** Where both networks store their numbers in another type, an input of such numbers has not changed. */
    private static boolean haveOtherTypes(InputSnapshot old, Snapshot before, InputSnapshot now, Snapshot after) {
        return old.type().isPresent()
                && now.type().isPresent()
                && !ownType(old, before).equals(ownType(now, after));
    }

    /** Its type, where it is not that of the network's floating-point numbers. */
    private static Optional<DType> ownType(InputSnapshot input, Snapshot network) {
        return input.type().filter(type -> type != network.settings().dtype());
    }

    private static InputChange of(Snapshot before, Snapshot after) {
        List<InputSnapshot> old = before.inputs();
        List<InputSnapshot> now = after.inputs();
        boolean several = old.size() > 1 || now.size() > 1;
        boolean names = several || haveOtherNames(old.get(0), now.get(0));
        boolean types = Stream.concat(old.stream(), now.stream())
                .allMatch(input -> input.type().isPresent());
        return new InputChange(several ? "inputs" : "input", text(before, names, types), text(after, names, types));
    }

    private static String text(Snapshot network, boolean names, boolean types) {
        return network.inputs().stream()
                .map(input -> Stream.of(
                                input.name().filter(name -> names).map(Visible::of),
                                Optional.of(sample(input)).filter(sample -> !sample.isEmpty()),
                                ownType(input, network).filter(type -> types).map(DType::toString))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(", "));
    }

    private static String sample(InputSnapshot input) {
        return input.shape().sample().toString().replace('x', '×');
    }

    /** As in {@code input 3×8×8 → 3×16×16}. */
    @Override
    public String toString() {
        return what + " " + before + " → " + after;
    }
}
