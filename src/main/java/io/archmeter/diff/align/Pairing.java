package io.archmeter.diff.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which layer of one side belongs to which layer of the other. */
final class Pairing {
    static final int NONE = -1;

    private final int[] afterOf;
    private final int[] beforeOf;

    Pairing(int before, int after) {
        afterOf = new int[before];
        beforeOf = new int[after];
        Arrays.fill(afterOf, NONE);
        Arrays.fill(beforeOf, NONE);
    }

    void add(Pair pair) {
        if (afterOf[pair.before()] != NONE || beforeOf[pair.after()] != NONE) {
            throw new IllegalStateException("one of them is taken: " + pair);
        }
        afterOf[pair.before()] = pair.after();
        beforeOf[pair.after()] = pair.before();
    }

    /** Undoes the pair of a layer before, if it has one. */
    void free(int before) {
        if (afterOf[before] != NONE) {
            beforeOf[afterOf[before]] = NONE;
            afterOf[before] = NONE;
        }
    }

    int afterOf(int before) {
        return afterOf[before];
    }

    int beforeOf(int after) {
        return beforeOf[after];
    }

    /** The layers before that are in no pair. */
    List<Integer> freeBefore() {
        return free(afterOf);
    }

    /** The layers after that are in no pair. */
    List<Integer> freeAfter() {
        return free(beforeOf);
    }

    private static List<Integer> free(int[] partners) {
        List<Integer> free = new ArrayList<>();
        for (int layer = 0; layer < partners.length; layer++) {
            if (partners[layer] == NONE) {
                free.add(layer);
            }
        }
        return free;
    }
}
