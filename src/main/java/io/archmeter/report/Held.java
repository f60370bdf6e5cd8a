package io.archmeter.report;

import java.util.List;

/**
 * Memory that is drawn as one block.
 *
 * @param label what it is called
 * @param words what it is
 * @param series the number of its colour
 * @param members one of what is drawn alone, several of what is drawn together
 */
record Held(String label, String words, int series, List<Member> members) {
    Held {
        members = List.copyOf(members);
    }

    /**
     * Memory that is held from a step to another.
     *
     * @param name what is said of it in a list
     * @param offset where it begins in an arena; nothing else asks for it
     */
    record Member(String name, long bytes, long offset, int first, int last) {}
}
