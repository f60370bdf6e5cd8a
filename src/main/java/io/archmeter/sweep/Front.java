package io.archmeter.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/**
 * The points to which no other is preferred: none is at least as good in all objectives and better in one (Pareto). Of points that are alike in
 * all of them it has the one at the first position. It does not matter in which order points come, nor in which parts.
 */
public final class Front {
    private final Sweep sweep;
    private final List<Member> members = new ArrayList<>();

    /** @param costs by objectives, less being better */
    private record Member(Row row, long[] costs) {
        boolean isAtLeastAsGoodAs(Member other) {
            for (int i = 0; i < costs.length; i++) {
                if (costs[i] > other.costs[i]) {
                    return false;
                }
            }
            return true;
        }

        /** Of two that are alike, the one at the first position. */
        boolean replaces(Member other) {
            return isAtLeastAsGoodAs(other)
                    && !(other.isAtLeastAsGoodAs(this) && other.row.position().compareTo(row.position()) <= 0);
        }
    }

    Front(Sweep sweep) {
        this.sweep = sweep;
    }

    /** Takes a network that keeps all limits; one of which an objective is not known is never on the front. */
    boolean add(Row row) {
        List<Objective> objectives = sweep.objectives();
        long[] costs = new long[objectives.size()];
        for (int i = 0; i < costs.length; i++) {
            OptionalLong value = objectives.get(i).of(row, sweep);
            if (value.isEmpty()) {
                return false;
            }
            costs[i] = objectives.get(i).maximized() ? -value.getAsLong() : value.getAsLong();
        }
        if (costs.length > 0) {
            add(new Member(row, costs));
        }
        return true;
    }

    private void add(Member member) {
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).isAtLeastAsGoodAs(member) && !member.replaces(members.get(i))) {
                // Those that are beaten come in runs: the next is asked first where this one was.
                Collections.swap(members, 0, i);
                return;
            }
        }
        members.removeIf(member::replaces);
        members.add(member);
    }

    /** Takes all that are on another. */
    void add(Front other) {
        other.members.forEach(this::add);
    }

    /** Its points, the best in the first objective first. */
    public List<Row> rows() {
        List<Member> sorted = new ArrayList<>(members);
        sorted.sort((one, other) -> {
            for (int i = 0; i < one.costs().length; i++) {
                int order = Long.compare(one.costs()[i], other.costs()[i]);
                if (order != 0) {
                    return order;
                }
            }
            return one.row().position().compareTo(other.row().position());
        });
        return sorted.stream().map(Member::row).toList();
    }
}
