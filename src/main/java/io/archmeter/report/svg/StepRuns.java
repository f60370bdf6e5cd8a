package io.archmeter.report.svg;

import io.archmeter.report.picture.BlocksOverSteps;
import io.archmeter.report.picture.BlocksOverSteps.Stretch;
import java.util.ArrayList;
import java.util.List;

/** Steps one after the other that belong to the same module: the first parts of their labels are the same. */
final class StepRuns {
    private final List<List<String>> parts = new ArrayList<>();
    private final List<Stretch> stretches;

    StepRuns(BlocksOverSteps picture) {
        picture.steps().forEach(step -> parts.add(List.of(step.label().split("\\.", -1))));
        this.stretches = picture.stretches();
    }

    /**
     * Steps of one module.
     *
     * @param module the parts of its name
     * @param first the first step
     * @param end the step after the last
     */
    record Run(List<String> module, int first, int end) {
        /** What it can be called, the longest first: {@code layer1.0} and {@code 0}; {@code encoder_layer_11} and {@code 11}. */
        List<String> labels() {
            int last = module.size() - 1;
            String end = module.get(last);
            String number = end.substring(end.length() - digitsAtEnd(end));
            List<String> labels = new ArrayList<>();
            if (last > 0 && number.equals(end)) {
                labels.add(module.get(last - 1) + "." + end);
            }
            labels.add(end);
            if (!number.isEmpty() && !number.equals(end)) {
                labels.add(number);
            }
            return labels;
        }

        private static int digitsAtEnd(String text) {
            int digits = 0;
            while (digits < text.length() && Character.isDigit(text.charAt(text.length() - 1 - digits))) {
                digits++;
            }
            return digits;
        }
    }

    /** All runs of modules so deep, from left to right; a label with fewer parts is a module of its own. */
    List<Run> of(int depth) {
        List<Run> runs = new ArrayList<>();
        int first = 0;
        for (int step = 1; step <= parts.size(); step++) {
            if (step == parts.size() || begins(step) || !module(step, depth).equals(module(first, depth))) {
                runs.add(new Run(module(first, depth), first, step));
                first = step;
            }
        }
        return runs;
    }

    private boolean begins(int step) {
        return stretches.stream().anyMatch(stretch -> stretch.first() == step);
    }

    private List<String> module(int step, int depth) {
        List<String> all = parts.get(step);
        return all.subList(0, Math.min(depth, all.size()));
    }

    /** How deep the modules are that divide the steps: the outermost of which none has most of them. */
    int dividing() {
        int deepest = parts.stream().mapToInt(List::size).max().orElse(1);
        int depth = 1;
        while (depth < deepest && longest(depth) * 5 > parts.size() * 4 / stretches()) {
            depth++;
        }
        return depth;
    }

    /** Those with more than one step: the update is no stretch to speak of. */
    private int stretches() {
        return Math.max(1, stretches.size() - 1);
    }

    private int longest(int depth) {
        return of(depth).stream().mapToInt(run -> run.end() - run.first()).max().orElse(0);
    }
}
