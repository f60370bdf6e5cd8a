package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.onnx.model.Region;
import io.archmeter.op.Formula;
import io.archmeter.op.Storage;
import io.archmeter.op.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A loop of few trips whose number is known, or that ends with a condition which follows from what is known: each trip is inferred for
 * itself. So values whose shapes change from trip to trip are known in the end.
 */
final class UnrolledLoop {
    private static final int MOST_TRIPS = 64;

    private final NodeCall call;
    private final Region body;
    private final Map<Work, Long> works = new LinkedHashMap<>();
    private final List<List<Fact>> scanned = new ArrayList<>();
    private List<Fact> carried;

    private UnrolledLoop(NodeCall call, Region body, List<Fact> initial) {
        this.call = call;
        this.body = body;
        this.carried = initial;
    }

    /** Empty where it has more trips, or nobody knows how many. */
    static Optional<Outcome> outcome(NodeCall call, Region body, List<Fact> initial) {
        return new UnrolledLoop(call, body, initial).outcome();
    }

    private Optional<Outcome> outcome() {
        long most = MOST_TRIPS + 1L;
        if (call.has(0)) {
            Optional<FollowedElement> written = Loop.only(call.fact(0));
            if (written.isEmpty()) {
                return Optional.empty();
            }
            most = ElementArithmetic.whole(written.get());
        }
        if (most < 1 || most > MOST_TRIPS && call.has(0)) {
            return Optional.empty();
        }
        Optional<FollowedElement> condition = Loop.condition(call);
        long trip = 0;
        for (; trip < most && condition.isPresent() && Loop.isTrue(condition); trip++) {
            condition = run(trip);
        }
        boolean ended = trip > 0 && trip <= MOST_TRIPS && condition.isPresent();
        // Where a condition is left out, the specification goes on, and ONNX Runtime does not.
        boolean disputed = condition.isPresent() && Loop.isFalse(condition) && !call.has(1);
        return ended && !disputed ? Optional.of(made(trip)) : Optional.empty();
    }

    /** The condition of the next trip; empty where it is not known, or the body cannot run. */
    private Optional<FollowedElement> run(long trip) {
        List<Fact> given = Loop.given(call, body, FollowedElement.of(trip), FollowedElement.of(true), carried);
        Optional<InferredRegion> region = call.attempt(body, given);
        if (region.isEmpty() || region.get().facts().size() <= carried.size()) {
            return Optional.empty();
        }
        List<Fact> facts = region.get().facts();
        carried = facts.subList(1, carried.size() + 1);
        scanned.add(facts.subList(carried.size() + 1, facts.size()));
        works.merge(region.get().work(Formula.ONE), 1L, Long::sum);
        return Loop.only(facts.get(0));
    }

    private Outcome made(long trips) {
        List<Fact> outputs = new ArrayList<>(carried);
        for (int slot = 0; slot < scanned.get(0).size(); slot++) {
            Fact element = scanned.get(0).get(slot);
            for (List<Fact> others : scanned) {
                element = EitherFact.of(element, others.get(slot), call.here());
            }
            outputs.add(Stacked.along(element, 0, Extent.of(trips)));
        }
        Work work = Work.NONE;
        for (Map.Entry<Work, Long> alike : works.entrySet()) {
            work = Works.sum(work, Works.times(Formula.of(alike.getValue()), alike.getKey()));
        }
        return new Outcome(outputs, work, Storage.OWN);
    }
}
