package io.archmeter.report.picture;

import java.util.List;

/**
 * What was predicted of layers, beside what was observed of them, and what they did.
 *
 * @param quantities that are compared
 * @param layers in the order of execution
 */
public record Agreement(String name, String title, String summary, List<String> quantities, List<Layer> layers)
        implements Picture {
    public Agreement {
        quantities = List.copyOf(quantities);
        layers = List.copyOf(layers);
        for (Layer layer : layers) {
            if (layer.marks().size() != quantities.size()) {
                throw new IllegalArgumentException(layer.name() + " has not all of " + quantities);
            }
        }
    }

    /** What came of a comparison. */
    public enum Mark {
        EQUAL,
        DIFFERS,
        /** Nothing computes it. */
        NOT_PROVED,
        /** The run ended before it. */
        NOT_RUN
    }

    /**
     * A layer.
     *
     * @param name its path
     * @param operator what it does
     * @param executed multiply-adds that it did
     * @param padded multiply-adds on padding, which it left out
     * @param marks one for each quantity
     */
    public record Layer(String name, String operator, Quantity executed, Quantity padded, List<Mark> marks) {
        public Layer {
            marks = List.copyOf(marks);
        }

        /** All multiply-adds. */
        public long multiplyAdds() {
            return Math.addExact(executed.exact(), padded.exact());
        }

        /** Whether anything of it differs. */
        public boolean differs() {
            return marks.contains(Mark.DIFFERS);
        }
    }

    /** The most multiply-adds of a layer, at least 1. */
    public long most() {
        return layers.stream().mapToLong(Layer::multiplyAdds).reduce(1, Math::max);
    }
}
