package io.archmeter.memory;

import io.archmeter.memory.MemoryPlan.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** Places buffers as a run would ask for them: each in the smallest gap that there is when it is needed first. */
final class GreedyInOrder {
    private GreedyInOrder() {}

    /** Buffers in the order of their first steps. */
    static Arena place(List<Buffer> buffers) {
        FreeSpace space = new FreeSpace();
        List<Placement> places = new ArrayList<>();
        PriorityQueue<Integer> living = new PriorityQueue<>(
                (a, b) -> Integer.compare(buffers.get(a).last(), buffers.get(b).last()));
        for (int number = 0; number < buffers.size(); number++) {
            Buffer buffer = buffers.get(number);
            while (!living.isEmpty() && buffers.get(living.peek()).last() < buffer.first()) {
                Placement past = places.get(living.poll());
                space.give(past.offset(), past.bytes());
            }
            places.add(new Placement(space.take(buffer.bytes()), buffer.bytes()));
            living.add(number);
        }
        return new Arena(places, space.most());
    }
}
