package io.archmeter.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sheets that a seed decides. */
final class DrawnSheet {
    private DrawnSheet() {}

    /** Boxes of any width with lines from near and far, among them several of one thread; some belong to the first row, some to the last. */
    static Sheet of(long seed) {
        Random random = new Random(seed);
        int boxes = 1 + random.nextInt(40);
        int top = random.nextInt(4);
        int bottom = random.nextInt(3);
        List<Sheet.Box> drawn = new ArrayList<>();
        List<Sheet.Line> lines = new ArrayList<>();
        for (int box = 0; box < boxes; box++) {
            boolean last = box >= boxes - bottom;
            Sheet.Band band = box < top ? Sheet.Band.TOP : last ? Sheet.Band.BOTTOM : Sheet.Band.FREE;
            drawn.add(new Sheet.Box(2 * random.nextInt(100), band));
            for (int line = random.nextInt(4); line > 0 && band != Sheet.Band.TOP && box > 0; line--) {
                int near = Math.max(0, box - 1 - random.nextInt(random.nextBoolean() ? 3 : box));
                if (drawn.get(near).band() != Sheet.Band.BOTTOM) {
                    // Two threads may leave a box.
                    lines.add(new Sheet.Line(2 * near + random.nextInt(2), near, box));
                }
            }
        }
        return new Sheet(drawn, lines, List.of());
    }
}
