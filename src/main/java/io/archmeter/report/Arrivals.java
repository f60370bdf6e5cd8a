package io.archmeter.report;

import io.archmeter.nesting.Item;
import io.archmeter.nesting.Level;
import io.archmeter.nesting.Link;
import io.archmeter.report.picture.NetworkDrawing;
import io.archmeter.report.picture.NetworkDrawing.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The order in which values come to the upper border of a module, from left to right. */
final class Arrivals {
    private final Level level;
    private final List<Box> placed;
    private final List<Arrival> all = new ArrayList<>();

    /** @param placed the boxes of the level that stand before the module */
    Arrivals(Level level, List<Box> placed) {
        this.level = level;
        this.placed = placed;
    }

    /** A value that comes from a place of its own, or straight from a box: there from the one of its exits. */
    private record Arrival(int value, int x, int exit) implements Comparable<Arrival> {
        @Override
        public int compareTo(Arrival other) {
            int places = Integer.compare(x, other.x);
            int exits = Integer.compare(exit, other.exit);
            return places != 0 ? places : exits != 0 ? exits : Integer.compare(value, other.value);
        }
    }

    /** @param passed where it passed the row above, if it passed one */
    void add(Link link, Optional<Integer> passed) {
        Box source = placed.get(link.from());
        all.add(new Arrival(
                link.value(),
                passed.orElse(source.centre()),
                exit(level.items().get(link.from()), source, link.value())));
    }

    private static int exit(Item item, Box source, int value) {
        if (item.inside().isEmpty()) {
            return 0;
        }
        List<Item> inner = item.inside().get().items();
        NetworkDrawing.Level drawn = source.inside().get();
        for (int place = 0; place < inner.size(); place++) {
            if (inner.get(place).kind() == Item.Kind.EXIT && inner.get(place).value() == value) {
                return drawn.boxes().get(place).centre();
            }
        }
        return 0;
    }

    List<Integer> inOrder() {
        return all.stream().sorted().map(Arrival::value).toList();
    }
}
