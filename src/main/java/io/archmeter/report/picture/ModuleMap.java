package io.archmeter.report.picture;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Modules above what lies in them, each as wide as its share of a figure: an icicle.
 *
 * @param figures what blocks can be as wide as
 * @param drawn the number of the figure that a drawing begins with
 * @param kinds what layers can be, each with a colour of its own
 * @param whole all of the network
 */
public record ModuleMap(
        String name, String title, String summary, List<String> figures, int drawn, List<String> kinds, Block whole)
        implements Picture {
    public ModuleMap {
        figures = List.copyOf(figures);
        kinds = List.copyOf(kinds);
        if (drawn < 0 || drawn >= figures.size()) {
            throw new IllegalArgumentException("no such figure: " + drawn);
        }
    }

    /**
     * A module, or a layer.
     *
     * @param path its whole name
     * @param label what is written on it
     * @param what what is said of it, before its amounts
     * @param kind the number of its kind; {@link #MODULE} of what has others in it
     * @param amounts one for each figure
     * @param children from left to right; together they have its amounts
     */
    public record Block(
            String path, String label, String what, int kind, List<Quantity> amounts, List<Block> children) {
        /** Stands for the kind of a module. */
        public static final int MODULE = -1;

        public Block {
            amounts = List.copyOf(amounts);
            children = List.copyOf(children);
            for (int figure = 0; figure < amounts.size() && !children.isEmpty(); figure++) {
                long sum = 0;
                for (Block child : children) {
                    sum = Math.addExact(sum, child.amounts.get(figure).exact());
                }
                if (sum != amounts.get(figure).exact()) {
                    throw new IllegalArgumentException(
                            path + " has " + amounts.get(figure).exact() + ", its children " + sum);
                }
            }
        }

        /** How many rows it takes, itself and what lies in it. */
        public int levels() {
            int deepest = 0;
            for (Block child : children) {
                deepest = Math.max(deepest, child.levels());
            }
            return 1 + deepest;
        }

        private void addKinds(Set<Integer> found) {
            if (kind != MODULE) {
                found.add(kind);
            }
            children.forEach(child -> child.addKinds(found));
        }
    }

    /** The kinds that there are, by their numbers, in the order of {@link #kinds}. */
    public List<Integer> kindsSeen() {
        Set<Integer> seen = new TreeSet<>();
        whole.addKinds(seen);
        return List.copyOf(seen);
    }
}
