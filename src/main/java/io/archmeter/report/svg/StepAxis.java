package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.picture.BlocksOverSteps;
import io.archmeter.report.picture.BlocksOverSteps.Stretch;
import java.util.List;
import java.util.Optional;

/** What runs at which step: below the steps their labels where there is room for them, their modules, and the stretches. */
final class StepAxis {
    private static final int ROW = 19;
    private static final int NARROWEST_LABEL = 14;
    private static final int LETTERS = 17;

    private final BlocksOverSteps picture;
    private final StepScale scale;
    private final StepRuns runs;
    private final int depth;

    StepAxis(BlocksOverSteps picture, StepScale scale) {
        this.picture = picture;
        this.scale = scale;
        this.runs = new StepRuns(picture);
        this.depth = runs.dividing();
    }

    private boolean hasLabels() {
        return scale.room() / scale.steps() >= NARROWEST_LABEL;
    }

    private boolean hasStretches() {
        return picture.stretches().size() > 1;
    }

    int height() {
        return 6 + (hasLabels() ? labelsHeight() : ROW) + ROW + (hasStretches() ? ROW : 0);
    }

    /** Every other module has a ground of its own, from the top of the steps to their bottom. */
    void drawGround(int top, int bottom, Markup svg) {
        boolean odd = false;
        for (StepRuns.Run run : runs.of(depth)) {
            if (odd && room(run) > 0) {
                Pen.rect(svg, "ground", scale.begin(run.first()), top, room(run), bottom - top);
            }
            odd = !odd;
        }
    }

    /** Draws what stands below the steps, from a height on. */
    void draw(int top, Markup svg) {
        int y = top + 6;
        if (hasLabels()) {
            drawLabels(y, svg);
            y += labelsHeight();
        } else {
            drawRow(runs.of(depth + 1), depth, y, svg);
            y += ROW;
        }
        drawRow(runs.of(depth), 0, y, svg);
        y += ROW;
        if (hasStretches()) {
            drawStretches(y, svg);
        }
        svg.line();
    }

    /** Of letters that lie at an angle. */
    private int labelsHeight() {
        int longest = picture.steps().stream()
                .mapToInt(step -> step.label().length())
                .max()
                .orElse(0);
        return 16 + 5 * Math.min(LETTERS, longest);
    }

    private void drawLabels(int y, Markup svg) {
        for (int step = 0; step < scale.steps(); step++) {
            int x = scale.middle(step) + 4;
            String label = Letters.endOf(picture.steps().get(step).label(), Letters.room(LETTERS));
            Pen.turned(svg, "tick end", x, y + 6, -55, label);
        }
    }

    /** @param above the depth that stands in the row below it, so that a module with no more parts is not named twice */
    private void drawRow(List<StepRuns.Run> row, int above, int y, Markup svg) {
        if (row.stream()
                .noneMatch(run -> run.module().size() > above && label(run).isPresent())) {
            return;
        }
        for (StepRuns.Run run : row) {
            if (run.module().size() <= above || room(run) < 3) {
                continue;
            }
            Pen.path(
                    svg,
                    "axis",
                    "M" + (scale.begin(run.first()) + 1) + " " + y + "v3H" + (scale.begin(run.end()) - 1) + "v-3");
            label(run)
                    .ifPresent(label -> Pen.text(
                            svg,
                            "tick middle",
                            (scale.begin(run.first()) + scale.begin(run.end())) / 2,
                            y + 14L,
                            label));
        }
    }

    private int room(StepRuns.Run run) {
        return scale.begin(run.end()) - scale.begin(run.first());
    }

    /** The longest of what it can be called that there is room for. */
    private Optional<String> label(StepRuns.Run run) {
        return run.labels().stream()
                .filter(label -> Letters.fits(label, room(run)))
                .findFirst();
    }

    private void drawStretches(int y, Markup svg) {
        List<Stretch> stretches = picture.stretches();
        for (int number = 0; number < stretches.size(); number++) {
            int begin = scale.begin(stretches.get(number).first());
            boolean last = number + 1 == stretches.size();
            int end =
                    last ? scale.right() : scale.begin(stretches.get(number + 1).first());
            String label = stretches.get(number).label();
            if (Letters.fits(label, end - begin)) {
                Pen.text(svg, "label middle", (begin + end) / 2, y + 13, label);
            } else if (last) {
                Pen.text(svg, "label end", end, y + 13, label);
            }
        }
    }
}
