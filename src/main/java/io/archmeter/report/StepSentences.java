package io.archmeter.report;

import io.archmeter.report.picture.BlocksOverSteps.Step;
import io.archmeter.report.picture.Quantity;
import io.archmeter.report.text.PlainText;
import io.archmeter.report.text.Readable;
import java.util.ArrayList;
import java.util.List;

/** What is said of each step: what runs, how much is held, and what the most of it is. */
final class StepSentences {
    /** What is named of a step. */
    private static final int NAMED = 3;

    /** Of so many steps each has its list; of more the lists would be most of a page. */
    private static final int MOST_LISTS = 2_000;

    private StepSentences() {}

    /**
     * Says it.
     *
     * @param numbers what the steps are called
     * @param labels what runs at each step
     * @param words the same in words, as long as the labels
     * @param held by step
     * @param all in the order of their first steps
     */
    static List<Step> of(
            List<Integer> numbers,
            List<String> labels,
            List<String> words,
            List<Quantity> held,
            List<Held.Member> all) {
        List<Step> steps = new ArrayList<>(labels.size());
        List<Held.Member> living = new ArrayList<>();
        int begun = 0;
        for (int step = 0; step < labels.size(); step++) {
            String list = "";
            if (labels.size() <= MOST_LISTS) {
                int now = step;
                living.removeIf(member -> member.last() < now);
                while (begun < all.size() && all.get(begun).first() <= now) {
                    living.add(all.get(begun++));
                }
                list = list(living);
            }
            steps.add(new Step(
                    PlainText.of(labels.get(step)),
                    held.get(step),
                    "step " + numbers.get(step) + ", " + PlainText.of(words.get(step)) + ": "
                            + held.get(step).words() + list));
        }
        return steps;
    }

    private static String list(List<Held.Member> living) {
        List<Held.Member> largest = new ArrayList<>(NAMED + 1);
        for (Held.Member member : living) {
            int place = largest.size();
            while (place > 0
                    && largest.get(place - 1).bytes().exact() < member.bytes().exact()) {
                place--;
            }
            largest.add(place, member);
            if (largest.size() > NAMED) {
                largest.remove(NAMED);
            }
        }
        StringBuilder list = new StringBuilder();
        for (Held.Member member : largest) {
            list.append(list.isEmpty() ? " · " : ", ")
                    .append(member.name())
                    .append(' ')
                    .append(member.bytes().words());
        }
        int more = living.size() - largest.size();
        return list.append(more > 0 ? ", " + Readable.exact(more) + " more" : "")
                .toString();
    }
}
