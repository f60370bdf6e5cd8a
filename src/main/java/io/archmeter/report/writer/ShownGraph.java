package io.archmeter.report.writer;

import io.archmeter.report.picture.NetworkDrawing;
import io.archmeter.report.picture.NetworkDrawing.Box;
import io.archmeter.report.picture.NetworkDrawing.Kind;
import io.archmeter.report.picture.NetworkDrawing.Level;
import io.archmeter.report.picture.NetworkDrawing.Line;
import io.archmeter.report.svg.Heat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is seen of a network at first, without places: closed boxes in open ones, and an edge for each value that passes between two. */
final class ShownGraph {
    private final List<Group> outermost;
    private final Set<Edge> edges = new LinkedHashSet<>();
    private final int figure;
    private final long largest;
    private int boxes;

    private ShownGraph(NetworkDrawing network) {
        Inside all = new Inside(network.level());
        this.outermost = all.groups();
        all.connect(Optional.empty());
        this.figure = network.figure();
        this.largest = Math.max(1, largest(outermost));
    }

    static ShownGraph of(NetworkDrawing network) {
        return new ShownGraph(network);
    }

    /** A box with its number, and the boxes in it where it is open. */
    record Group(int number, Box box, List<Group> members) {
        Group {
            members = List.copyOf(members);
        }
    }

    /** A value between two closed boxes, by their numbers. */
    record Edge(int from, int to, String shape) {}

    List<Group> groups() {
        return outermost;
    }

    /** How strongly a closed box is coloured, by its share of the largest. */
    int heat(Box box) {
        return box.amounts().isEmpty() ? 0 : Heat.of(box.amounts().get(figure).exact(), largest);
    }

    private long largest(List<Group> groups) {
        long most = 0;
        for (Group group : groups) {
            if (group.box().open()) {
                most = Math.max(most, largest(group.members()));
            } else if (!group.box().amounts().isEmpty()) {
                most = Math.max(most, group.box().amounts().get(figure).exact());
            }
        }
        return most;
    }

    /** Each once, in the order of the boxes that they begin at. */
    List<Edge> edges() {
        List<Edge> sorted = new ArrayList<>(edges);
        sorted.sort((one, other) -> {
            int begins = Integer.compare(one.from(), other.from());
            return begins != 0 ? begins : Integer.compare(one.to(), other.to());
        });
        return sorted;
    }

    /** Who sees a line from inside its module. */
    private record Outside(Inside level, Map<Integer, Line> entries) {}

    /** The boxes of a level with their numbers. */
    private final class Inside {
        private final Level level;
        private final Map<Integer, Integer> numbers = new HashMap<>();
        private final Map<Integer, Inside> open = new HashMap<>();
        private Optional<Outside> outside = Optional.empty();

        Inside(Level level) {
            this.level = level;
        }

        List<Group> groups() {
            List<Group> groups = new ArrayList<>();
            for (int place = 0; place < level.boxes().size(); place++) {
                Box box = level.boxes().get(place);
                if (box.isPort()) {
                    continue;
                }
                numbers.put(place, boxes++);
                List<Group> members = List.of();
                if (box.open()) {
                    open.put(place, new Inside(box.inside().get()));
                    members = open.get(place).groups();
                }
                groups.add(new Group(numbers.get(place), box, members));
            }
            return groups;
        }

        void connect(Optional<Outside> around) {
            outside = around;
            Map<Integer, Map<Integer, Line>> entering = new HashMap<>();
            for (Line line : level.lines()) {
                if (open.containsKey(line.to())) {
                    entering.computeIfAbsent(line.to(), unseen -> new HashMap<>())
                            .put(line.entry(), line);
                } else if (!level.boxes().get(line.to()).isPort()) {
                    edges.add(new Edge(source(line), numbers.get(line.to()), line.shape()));
                }
            }
            for (int place = 0; place < level.boxes().size(); place++) {
                if (open.containsKey(place)) {
                    Map<Integer, Line> lines = entering.getOrDefault(place, Map.of());
                    open.get(place).connect(Optional.of(new Outside(this, lines)));
                }
            }
        }

        /** The closed box that a line begins at, through the borders of modules. */
        private int source(Line line) {
            Box from = level.boxes().get(line.from());
            if (from.kind() == Kind.ENTRY) {
                int entry = level.ports(Kind.ENTRY).indexOf(line.from());
                Outside around = outside.orElseThrow();
                return around.level().source(around.entries().get(entry));
            }
            Inside module = open.get(line.from());
            return module == null ? numbers.get(line.from()) : module.sourceOfExit(line.exit());
        }

        private int sourceOfExit(int exit) {
            int place = level.ports(Kind.EXIT).get(exit);
            for (Line line : level.lines()) {
                if (line.to() == place) {
                    return source(line);
                }
            }
            throw new IllegalStateException("nothing leads to exit " + exit);
        }
    }
}
