package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.onnx.model.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A region that runs again and again, on values that it has put out the trip before. What it is given is what all trips have in common:
 * it is inferred until it puts out nothing else than it was given, and what still changes then is only known by its kind.
 *
 * @param carried what it is given on each trip
 * @param region what it makes of that
 */
record Trips(List<Fact> carried, InferredRegion region) {
    private static final int MOST_ATTEMPTS = 4;

    /**
     * @param initial what is given to the first trip, and replaced by what the region puts out
     * @param given what the region is given as a whole, by what is carried
     * @param from the first of the outputs that are carried
     * @return empty where the region cannot run with that
     */
    static Optional<Trips> of(
            NodeCall call, Region body, List<Fact> initial, Function<List<Fact>, List<Fact>> given, int from) {
        List<Fact> carried = initial;
        Extent.Unknown origin = call.here();
        for (int attempt = 0; ; attempt++) {
            Optional<InferredRegion> region = call.attempt(body, given.apply(carried));
            if (region.isEmpty()) {
                return Optional.empty();
            }
            List<Fact> merged = new ArrayList<>();
            for (int slot = 0; slot < carried.size(); slot++) {
                Fact before = carried.get(slot);
                Fact after = from + slot < region.get().facts().size()
                        ? region.get().facts().get(from + slot)
                        : new Fact.Anything(origin);
                Fact either = EitherFact.of(before, after, origin);
                boolean settled = either.equals(before) || attempt < MOST_ATTEMPTS;
                merged.add(
                        settled
                                ? either
                                : attempt == MOST_ATTEMPTS
                                        ? EitherFact.kind(either, origin)
                                        : new Fact.Anything(origin));
            }
            if (merged.equals(carried)) {
                return Optional.of(new Trips(carried, region.get()));
            }
            carried = merged;
        }
    }
}
