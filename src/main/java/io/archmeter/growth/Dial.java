package io.archmeter.growth;

import io.archmeter.graph.Shape;
import io.archmeter.load.LoadOptions;
import java.util.List;

/** Something that a model is loaded with, and what it is loaded with in its place. */
sealed interface Dial {
    /** How much farther than the base somebody looks. */
    long MOST_TIMES = 4;

    /** The variable, at first in steps of one. */
    Variable variable();

    /** How many steps above the base are looked at: four times the base, and some where that is little. */
    default long farthest() {
        return Math.max(fewest(), MOST_TIMES * variable().base() / variable().step());
    }

    /** How many steps are looked at where the base is small: what is large costs no more, but many layers do. */
    long fewest();

    /** The same where the largest that fits is looked for. */
    long farthestFit();

    /** The degree above which no polynomial is looked for. */
    int mostDegree();

    /** The same in other steps. */
    Dial stepping(long step);

    /** What the model is loaded with where the variable has a value. */
    LoadOptions set(LoadOptions options, long value);

    /** The samples that pass at once. */
    record Batch(Variable variable) implements Dial {
        @Override
        public long fewest() {
            return 4_096;
        }

        @Override
        public long farthestFit() {
            return 1L << 40;
        }

        @Override
        public Dial stepping(long step) {
            return new Batch(variable.stepping(step));
        }

        @Override
        public int mostDegree() {
            return 2;
        }

        @Override
        public LoadOptions set(LoadOptions options, long value) {
            return options.withBatch(value);
        }
    }

    /** A param of a spec. */
    record Param(Variable variable) implements Dial {
        @Override
        public long fewest() {
            return 64;
        }

        @Override
        public long farthestFit() {
            return 1L << 12;
        }

        @Override
        public Dial stepping(long step) {
            return new Param(variable.stepping(step));
        }

        @Override
        public int mostDegree() {
            return 6;
        }

        @Override
        public LoadOptions set(LoadOptions options, long value) {
            return options.setting(variable.word(), String.valueOf(value));
        }
    }

    /** A size that an ONNX file leaves open. */
    record OpenSize(Variable variable) implements Dial {
        @Override
        public long fewest() {
            return 64;
        }

        @Override
        public long farthestFit() {
            return 1L << 20;
        }

        @Override
        public Dial stepping(long step) {
            return new OpenSize(variable.stepping(step));
        }

        @Override
        public int mostDegree() {
            return 6;
        }

        @Override
        public LoadOptions set(LoadOptions options, long value) {
            return options.binding(variable.word(), String.valueOf(value));
        }
    }

    /**
     * An axis of the inputs.
     *
     * @param inputs those that it is an axis of
     * @param axis its number, in a sample
     */
    record Axis(Variable variable, List<NamedInput> inputs, int axis) implements Dial {
        public Axis {
            inputs = List.copyOf(inputs);
        }

        @Override
        public long fewest() {
            return 64;
        }

        @Override
        public long farthestFit() {
            return 1L << 32;
        }

        @Override
        public Dial stepping(long step) {
            return new Axis(variable.stepping(step), inputs, axis);
        }

        @Override
        public int mostDegree() {
            return 3;
        }

        @Override
        public LoadOptions set(LoadOptions options, long value) {
            LoadOptions changed = options;
            for (NamedInput input : inputs) {
                changed = input.with(changed, axis, value);
            }
            return changed;
        }
    }

    /**
     * An input.
     *
     * @param sample its shape without a batch
     * @param only whether there is no other
     */
    record NamedInput(String name, Shape sample, boolean only) {
        private LoadOptions with(LoadOptions options, int axis, long value) {
            if (only && options.inputs().isEmpty()) {
                Shape before = options.input().orElse(sample);
                return options.withInput(before.with(axis, value));
            }
            Shape before = options.inputs().getOrDefault(name, sample);
            return options.withInput(name, before.with(axis, value));
        }
    }
}
