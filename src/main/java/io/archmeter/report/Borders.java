package io.archmeter.report;

import io.archmeter.report.picture.NetworkDrawing.Box;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where lines meet the border of a box: side by side, in the order of where they come from or go to, and one place for each value. */
final class Borders {
    private final List<Box> boxes;
    private final int apart;
    private final Map<Integer, Map<Integer, Integer>> towards = new HashMap<>();
    private final Map<Integer, List<Integer>> sorted = new HashMap<>();

    /** @param apart pixels from one line to the next, where there is room */
    Borders(List<Box> boxes, int apart) {
        this.boxes = boxes;
        this.apart = apart;
    }

    /** A line meets a box; of those of one value the leftmost decides. */
    void add(int box, int value, int x) {
        towards.computeIfAbsent(box, unseen -> new HashMap<>()).merge(value, x, Math::min);
    }

    /** How far from the middle of a box the lines of a value meet it, in pixels to the right. */
    int offset(int box, int value) {
        Map<Integer, Integer> values = towards.get(box);
        if (values.size() == 1 || boxes.get(box).isPort()) {
            return 0;
        }
        List<Integer> order = sorted.computeIfAbsent(box, unseen -> {
            List<Integer> all = new ArrayList<>(values.keySet());
            all.sort((one, other) -> {
                int places = Integer.compare(values.get(one), values.get(other));
                return places != 0 ? places : Integer.compare(one, other);
            });
            return all;
        });
        int last = order.size() - 1;
        int room = Math.max(0, boxes.get(box).width() - 2 * apart);
        int span = Math.min(room, last * apart);
        return span * order.indexOf(value) / last - span / 2;
    }
}
