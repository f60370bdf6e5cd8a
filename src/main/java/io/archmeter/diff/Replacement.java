package io.archmeter.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * What was replaced in a path.
 *
 * @param front the parts at the beginning, which stayed
 * @param before the parts that were replaced
 * @param after by these
 * @param back the parts at the end, which stayed
 */
record Replacement(List<String> front, List<String> before, List<String> after, List<String> back) {
    Replacement {
        front = List.copyOf(front);
        before = List.copyOf(before);
        after = List.copyOf(after);
        back = List.copyOf(back);
    }

    static Replacement of(String nameBefore, String nameAfter) {
        List<String> old = List.of(nameBefore.split("\\.", -1));
        List<String> now = List.of(nameAfter.split("\\.", -1));
        int shorter = Math.min(old.size(), now.size());
        int front = 0;
        while (front < shorter && old.get(front).equals(now.get(front))) {
            front++;
        }
        int back = 0;
        while (back < shorter - front && old.get(old.size() - 1 - back).equals(now.get(now.size() - 1 - back))) {
            back++;
        }
        return new Replacement(
                old.subList(0, front),
                old.subList(front, old.size() - back),
                now.subList(front, now.size() - back),
                old.subList(old.size() - back, old.size()));
    }

    /** What is equal for all layers that were renamed in the same way: the words, or that a number became another number. */
    Object way() {
        return counts() ? front : List.of(before, after);
    }

    /** Whether a number became another. */
    boolean counts() {
        return isNumber(before) && isNumber(after);
    }

    String nameBefore() {
        return name(before);
    }

    String nameAfter() {
        return name(after);
    }

    private String name(List<String> middle) {
        List<String> parts = new ArrayList<>(front);
        parts.addAll(middle);
        parts.addAll(back);
        return String.join(".", parts);
    }

    private static boolean isNumber(List<String> parts) {
        return parts.size() == 1
                && !parts.get(0).isEmpty()
                && parts.get(0).chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
