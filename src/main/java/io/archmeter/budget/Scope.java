package io.archmeter.budget;

import io.archmeter.convention.Convention;

/** Which layers of a network a limit counts. Patterns are paths of layers in which {@code *} stands for any text, dots too. */
public sealed interface Scope {
    /** The only one of its kind. */
    Scope TOTAL = new Total();

    /** The network as a whole. */
    record Total() implements Scope {
        @Override
        public String toString() {
            return "total";
        }
    }

    /** All layers together whose path fits, or lies below one that does: {@code layer4}, {@code layer4.*}. */
    record Module(String pattern) implements Scope {
        @Override
        public String toString() {
            return "module " + pattern;
        }
    }

    /** Each layer alone whose path fits: {@code *}, {@code features.0}. */
    record Layer(String pattern) implements Scope {
        @Override
        public String toString() {
            return "layer " + pattern;
        }
    }

    /** The network as a whole, as a tool or a lecture counts it. */
    record Counted(Convention convention) implements Scope {
        @Override
        public String toString() {
            return "convention " + convention.name();
        }
    }

    /** All layers together that do the same: {@code conv}. */
    record Operator(String kind) implements Scope {
        @Override
        public String toString() {
            return "operator " + kind;
        }
    }
}
