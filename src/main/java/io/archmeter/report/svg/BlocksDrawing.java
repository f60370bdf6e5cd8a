package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.markup.PageResource;
import io.archmeter.report.picture.BlocksOverSteps;
import io.archmeter.report.picture.BlocksOverSteps.Block;
import io.archmeter.report.picture.BlocksOverSteps.Stretch;
import io.archmeter.report.picture.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Blocks over steps: what the colours mean above them, what runs at each step below, and what is held at the step that is marked. */
final class BlocksDrawing implements Drawing {
    private static final int WIDTH = 960;
    private static final int LEFT = 78;
    private static final int RIGHT = 12;
    private static final int PLOT = 340;
    private static final int MARK = 36;
    private static final int BOLD_LETTER = 8;
    private static final int MOST_DESCRIBED = 2_000;

    private final BlocksOverSteps picture;
    private final Legend legend;
    private final StepScale steps;
    private final ByteScale bytes;
    private final StepAxis axis;
    private final WitnessList witnesses;

    BlocksDrawing(BlocksOverSteps picture) {
        this.picture = picture;
        this.legend = new Legend(used(picture), LEFT, WIDTH - LEFT - RIGHT);
        this.steps = new StepScale(LEFT, WIDTH - LEFT - RIGHT, picture.steps().size());
        this.bytes =
                new ByteScale(legend.height() + MARK + PLOT, PLOT, picture.top().exact());
        this.axis = new StepAxis(picture, steps);
        this.witnesses = new WitnessList(picture.mark().witnesses(), LEFT, WIDTH - RIGHT);
    }

    /** The colours that blocks have, in the order of their numbers. */
    private static List<Legend.Entry> used(BlocksOverSteps picture) {
        return picture.blocks().stream()
                .map(Block::series)
                .distinct()
                .sorted()
                .map(series ->
                        new Legend.Entry(classOf(series, 0), picture.series().get(series)))
                .toList();
    }

    /** The classes of a colour of blocks. */
    static String classOf(int series, int tone) {
        return "block series-" + series + " tone-" + tone;
    }

    @Override
    public PageResource style() {
        return PageResource.STEPS_STYLE;
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return bytes.bottom() + axis.height() + witnesses.height() + 4;
    }

    @Override
    public void draw(Markup svg) {
        legend.draw(svg);
        axis.drawGround(bytes.top(), bytes.bottom(), svg);
        drawTicks(svg);
        drawBlocks(svg);
        drawStretches(svg);
        drawMark(svg);
        axis.draw(bytes.bottom(), svg);
        witnesses.draw(bytes.bottom() + axis.height(), svg);
    }

    @Override
    public void describe(Markup page) {
        List<Integer> described = described();
        page.open("metadata", "steps")
                .attribute("data-left", steps.left())
                .attribute("data-room", steps.room())
                .attribute("data-top", bytes.top())
                .attribute("data-bottom", bytes.bottom())
                .attribute("data-marked", described.indexOf(picture.mark().step()));
        page.text(described.stream()
                .map(step -> picture.steps().get(step).words())
                .collect(Collectors.joining("\n")));
        page.close();
    }

    /** All steps; of more than anybody can point at, the fullest of each pixel. */
    private List<Integer> described() {
        int places = steps.steps() <= MOST_DESCRIBED ? steps.steps() : steps.room();
        List<Integer> described = new ArrayList<>(places);
        for (int place = 0; place < places; place++) {
            int fullest = Math.toIntExact((long) place * steps.steps() / places);
            int end = Math.toIntExact((place + 1L) * steps.steps() / places);
            for (int step = fullest + 1; step < end; step++) {
                fullest = held(step) > held(fullest) ? step : fullest;
            }
            described.add(fullest);
        }
        return described;
    }

    private long held(int step) {
        return picture.steps().get(step).held().exact();
    }

    private void drawTicks(Markup svg) {
        for (Quantity tick : picture.ticks()) {
            int y = bytes.at(tick.exact());
            Pen.line(svg, "axis", LEFT, y, WIDTH - RIGHT, y);
            Pen.text(svg, "tick end", LEFT - 8, y + 4L, tick.words());
        }
        svg.line();
    }

    private void drawBlocks(Markup svg) {
        List<BlockOutline> outlines = new ArrayList<>(picture.blocks().size());
        for (Block block : picture.blocks()) {
            outlines.add(BlockOutline.of(block, steps, bytes));
        }
        Pen.path(svg, "paper", outlines.stream().map(BlockOutline::path).collect(Collectors.joining()));
        svg.line();
        for (int number = 0; number < outlines.size(); number++) {
            Block block = picture.blocks().get(number);
            if (outlines.get(number).isSeen()) {
                svg.open("path", classOf(block.series(), block.tone()))
                        .attribute("d", outlines.get(number).path())
                        .element("title", block.words())
                        .close()
                        .line();
            }
        }
        svg.line();
        List<Integer> lines = IntStream.concat(
                        picture.stretches().stream().mapToInt(stretch -> steps.begin(stretch.first())),
                        IntStream.of(steps.middle(picture.mark().step())))
                .sorted()
                .boxed()
                .toList();
        outlines.stream().filter(BlockOutline::isSeen).forEach(outline -> drawLabel(outline.cutAt(lines), svg));
        svg.line();
    }

    private static void drawLabel(BlockOutline outline, Markup svg) {
        String label = outline.shownLabel();
        if (!label.isEmpty()) {
            BlockOutline.Part part = outline.largest();
            Pen.text(
                    svg,
                    "inside middle",
                    (part.left() + part.right()) / 2,
                    (part.upper() + part.lower()) / 2 + 4L,
                    label);
        }
    }

    private void drawStretches(Markup svg) {
        for (Stretch stretch : picture.stretches()) {
            if (stretch.first() > 0) {
                int x = steps.begin(stretch.first());
                Pen.line(svg, "division", x, bytes.top(), x, bytes.bottom() + axis.height() - 4);
            }
        }
    }

    private void drawMark(Markup svg) {
        int x = steps.middle(picture.mark().step());
        Pen.line(svg, "mark", x, bytes.top() - 4, x, bytes.bottom());
        Pen.path(svg, "pointer", "M" + x + " " + (bytes.top() - 1) + "l-5 -9h10z");
        String words = picture.mark().words();
        int half = Math.min(steps.room(), BOLD_LETTER * words.length()) / 2;
        int middle = Math.max(LEFT + half, Math.min(WIDTH - RIGHT - half, x));
        Pen.text(svg, "strong middle", middle, bytes.top() - 17L, words);
        svg.line();
    }
}
