package io.archmeter.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Value;
import io.archmeter.memory.MemoryPlan.Placement;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** A plan that holds what it promises, beside liveness that was found slowly. */
public final class CheckedPlan {
    private final Graph graph;
    private final SlowLiveness slow;
    private final MemoryPlan plan;

    private CheckedPlan(Graph graph, SlowLiveness slow, MemoryPlan plan) {
        this.graph = graph;
        this.slow = slow;
        this.plan = plan;
    }

    /** Plans, and throws an {@link AssertionError} where tensors that meet overlap, or another number is not that of slow liveness. */
    public static CheckedPlan of(Graph graph, DType type, boolean training, Sharing sharing) {
        Graph typed = graph.in(type);
        CheckedPlan checked = new CheckedPlan(
                typed,
                new SlowLiveness(typed, training, sharing),
                MemoryPlanner.plan(NetworkFacts.of(graph, type), training, sharing));
        checked.check();
        return checked;
    }

    /** Whether some tensors lie in one place. */
    boolean shares() {
        return slow.groups().stream().anyMatch(group -> group.size() > 1);
    }

    boolean isLargerThanItsPeak() {
        return plan.arenaBytes() > plan.peak().bytes();
    }

    private Placement place(int tensor) {
        return plan.placements().get(tensor).orElseThrow();
    }

    /** All memory of a group. */
    private Placement place(Set<Integer> group) {
        int first = group.iterator().next();
        return place(first);
    }

    private void check() {
        everyRunningTensorHasItsPlace();
        whatIsSharedIsOnePlaceAndWhatMeetsIsApart();
        liveBytesAreThoseOfTheSlowLiveness();
        theArenaHoldsThePeak();
        thePeakNamesWhatIsHeld();
    }

    private void everyRunningTensorHasItsPlace() {
        for (int tensor = 0; tensor < graph.values().size(); tensor++) {
            boolean lies = slow.isMade(tensor) && !slow.isInWeights(tensor);
            assertThat(plan.placements().get(tensor).isPresent()).isEqualTo(lies);
            if (lies) {
                Placement place = place(tensor);
                Value value = graph.values().get(tensor);
                assertThat(place.bytes())
                        .isEqualTo(value.type().bytes(value.shape().elements()));
                if (graph.values().stream().allMatch(other -> other.type() == value.type())) {
                    assertThat(place.offset() % value.type().bytes(1)).isZero();
                }
            }
        }
    }

    private void whatIsSharedIsOnePlaceAndWhatMeetsIsApart() {
        List<Set<Integer>> groups = slow.groups();
        for (int number = 0; number < groups.size(); number++) {
            Set<Integer> group = groups.get(number);
            long begin = place(group).offset();
            for (int tensor : group) {
                assertThat(place(tensor).offset()).isEqualTo(begin + slow.begin(tensor));
            }
            for (Set<Integer> other : groups.subList(0, number)) {
                if (slow.meet(group, other)) {
                    assertApart(place(group), place(other));
                }
            }
        }
    }

    private static void assertApart(Placement here, Placement there) {
        if (here.end() > there.offset() && there.end() > here.offset()) {
            throw new AssertionError("two that meet lie at " + here + " and " + there);
        }
    }

    private void liveBytesAreThoseOfTheSlowLiveness() {
        for (int step = 0; step < graph.nodes().size(); step++) {
            long held = slow.held(step);
            if (slow.runs(step) && plan.liveBytes().get(step) != held) {
                throw new AssertionError(
                        "at step " + step + " " + plan.liveBytes().get(step) + " bytes live, not " + held);
            }
        }
    }

    private void theArenaHoldsThePeak() {
        assertThat(plan.peak().bytes()).isEqualTo(Collections.max(plan.liveBytes()));
        assertThat(plan.arenaBytes()).isGreaterThanOrEqualTo(plan.peak().bytes());
        long end = slow.groups().stream()
                .mapToLong(group -> place(group).end())
                .max()
                .orElse(0);
        assertThat(plan.arenaBytes()).isEqualTo(end);
    }

    private void thePeakNamesWhatIsHeld() {
        Peak peak = plan.peak();
        assertThat(plan.liveBytes().indexOf(peak.bytes())).isEqualTo(peak.step());
        assertThat(peak.layer()).isEqualTo(graph.nodes().get(peak.step()).name());
        for (Peak.LiveTensor live : peak.live()) {
            int tensor = graph.values().stream().map(Value::name).toList().indexOf(live.name());
            assertThat(slow.isHeld(tensor, peak.step())).as(live.name()).isTrue();
            live.lastReader().ifPresent(reader -> {
                int last = numberOf(reader, graph);
                assertThat(graph.nodes().get(last).values()).contains(tensor);
                assertThat(slow.isHeld(tensor, last)).isTrue();
                assertThat(slow.isHeld(tensor, last + 1)).isFalse();
            });
        }
    }

    private static int numberOf(String name, Graph graph) {
        return graph.nodes().stream().map(node -> node.name()).toList().indexOf(name);
    }
}
