package io.archmeter.report;

import io.archmeter.report.picture.Quantity;
import io.archmeter.report.text.PlainText;
import java.util.List;

/**
 * Memory that is drawn as one block. Names in it are fit for a line, whatever they are in a file.
 *
 * @param label what it is called
 * @param words what it is
 * @param series the number of its colour
 * @param members one of what is drawn alone, several of what is drawn together
 */
record Held(String label, String words, int series, List<Member> members) {
    Held {
        label = PlainText.of(label);
        words = PlainText.of(words);
        members = List.copyOf(members);
    }

    /**
     * Memory that is held from a step to another.
     *
     * @param name what is said of it in a list
     * @param bytes 0 where nothing is known of them
     * @param offset where it begins in an arena; nothing else asks for it
     */
    record Member(String name, Quantity bytes, long offset, int first, int last) {
        Member {
            name = PlainText.of(name);
        }
    }
}
