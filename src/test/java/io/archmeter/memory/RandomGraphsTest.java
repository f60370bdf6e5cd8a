package io.archmeter.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.RandomGraph;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Value;
import io.archmeter.memory.MemoryPlan.Placement;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What holds for every plan, on random graphs, against liveness that was found slowly. */
class RandomGraphsTest {
    private static final long SEED = 200_103_288;

    /** One plan and all that it was made from. */
    private record Planned(Graph graph, DType type, SlowLiveness slow, MemoryPlan plan) {
        Placement place(int tensor) {
            return plan.placements().get(tensor).orElseThrow();
        }

        /** All memory of a group. */
        Placement place(Set<Integer> group) {
            int first = group.iterator().next();
            return place(first);
        }
    }

    @Test
    void plansHoldWhatTheyPromise() {
        plansHoldWhatTheyPromise(RandomGraph::of, 3_000);
    }

    @Test
    void plansOfSeveralInputsAndOutputsDoSoToo() {
        plansHoldWhatTheyPromise(RandomGraph::withSeveral, 10_000);
    }

    private static void plansHoldWhatTheyPromise(Function<Random, Graph> drawn, int graphs) {
        int shared = 0;
        int larger = 0;
        for (int round = 0; round < graphs; round++) {
            Random random = new Random(SEED + round);
            Graph graph = drawn.apply(random);
            DType type = DType.OF_NETWORKS.get(random.nextInt(DType.OF_NETWORKS.size()));
            boolean training = random.nextBoolean();
            Sharing sharing = random.nextInt(3) == 0 ? Sharing.VIEWS : Sharing.IN_PLACE;
            try {
                Planned planned = new Planned(
                        graph,
                        type,
                        new SlowLiveness(graph.in(type), training, sharing),
                        MemoryPlanner.plan(NetworkFacts.of(graph, type), training, sharing));
                check(planned);
                shared += planned.slow.groups().stream().anyMatch(group -> group.size() > 1) ? 1 : 0;
                larger += planned.plan.arenaBytes() > planned.plan.peak().bytes() ? 1 : 0;
            } catch (RuntimeException | AssertionError failed) {
                throw new AssertionError("seed " + (SEED + round) + ": " + graph, failed);
            }
        }
        assertThat(shared).as("graphs with shared memory").isGreaterThan(graphs / 2);
        assertThat(larger).as("arenas larger than their peak").isBetween(1, graphs / 5);
    }

    private static void check(Planned planned) {
        everyRunningTensorHasItsPlace(planned);
        whatIsSharedIsOnePlaceAndWhatMeetsIsApart(planned);
        liveBytesAreThoseOfTheSlowLiveness(planned);
        theArenaHoldsThePeak(planned);
        thePeakNamesWhatIsHeld(planned);
    }

    private static void everyRunningTensorHasItsPlace(Planned planned) {
        for (int tensor = 0; tensor < planned.graph.values().size(); tensor++) {
            assertThat(planned.plan.placements().get(tensor).isPresent()).isEqualTo(planned.slow.isMade(tensor));
            if (planned.slow.isMade(tensor)) {
                Placement place = planned.place(tensor);
                long elements = planned.graph.values().get(tensor).shape().elements();
                assertThat(place.bytes()).isEqualTo(planned.type.bytes(elements));
                assertThat(place.offset() % planned.type.bytes(1)).isZero();
            }
        }
    }

    private static void whatIsSharedIsOnePlaceAndWhatMeetsIsApart(Planned planned) {
        List<Set<Integer>> groups = planned.slow.groups();
        for (int number = 0; number < groups.size(); number++) {
            Set<Integer> group = groups.get(number);
            long begin = planned.place(group).offset();
            for (int tensor : group) {
                assertThat(planned.place(tensor).offset()).isEqualTo(begin + planned.slow.begin(tensor, planned.type));
            }
            for (Set<Integer> other : groups.subList(0, number)) {
                if (planned.slow.meet(group, other)) {
                    assertApart(planned.place(group), planned.place(other));
                }
            }
        }
    }

    private static void assertApart(Placement here, Placement there) {
        if (here.end() > there.offset() && there.end() > here.offset()) {
            throw new AssertionError("two that meet lie at " + here + " and " + there);
        }
    }

    private static void liveBytesAreThoseOfTheSlowLiveness(Planned planned) {
        for (int step = 0; step < planned.graph.nodes().size(); step++) {
            long held = planned.slow.held(step, planned.type);
            if (planned.slow.runs(step) && planned.plan.liveBytes().get(step) != held) {
                throw new AssertionError(
                        "at step " + step + " " + planned.plan.liveBytes().get(step) + " bytes live, not " + held);
            }
        }
    }

    private static void theArenaHoldsThePeak(Planned planned) {
        MemoryPlan plan = planned.plan;
        assertThat(plan.peak().bytes()).isEqualTo(Collections.max(plan.liveBytes()));
        assertThat(plan.arenaBytes()).isGreaterThanOrEqualTo(plan.peak().bytes());
        long end = planned.slow.groups().stream()
                .mapToLong(group -> planned.place(group).end())
                .max()
                .orElseThrow();
        assertThat(plan.arenaBytes()).isEqualTo(end);
    }

    private static void thePeakNamesWhatIsHeld(Planned planned) {
        Peak peak = planned.plan.peak();
        assertThat(planned.plan.liveBytes().indexOf(peak.bytes())).isEqualTo(peak.step());
        assertThat(peak.layer())
                .isEqualTo(planned.graph.nodes().get(peak.step()).name());
        for (Peak.LiveTensor live : peak.live()) {
            int tensor =
                    planned.graph.values().stream().map(Value::name).toList().indexOf(live.name());
            assertThat(planned.slow.isHeld(tensor, peak.step())).as(live.name()).isTrue();
            live.lastReader().ifPresent(reader -> {
                int last = numberOf(reader, planned.graph);
                assertThat(planned.graph.nodes().get(last).values()).contains(tensor);
                assertThat(planned.slow.isHeld(tensor, last)).isTrue();
                assertThat(planned.slow.isHeld(tensor, last + 1)).isFalse();
            });
        }
    }

    private static int numberOf(String name, Graph graph) {
        return graph.nodes().stream().map(node -> node.name()).toList().indexOf(name);
    }
}
