package io.archmeter.exec;

import io.archmeter.graph.Stored.Form;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which order the forms are computed that one is made of. A file can make them one out of the other as often as it wants, and take each
 * several times: so they are walked through by a list, each once.
 */
final class FormOrder {
    private final List<Form> forms = new ArrayList<>();
    private final Map<Form, List<Form>> lastTaken = new IdentityHashMap<>();

    private FormOrder() {}

    /** Each after all its operands, itself at the end. */
    static FormOrder of(Form form) {
        FormOrder order = new FormOrder();
        order.walk(form);
        order.findLastTakers();
        return order;
    }

    List<Form> forms() {
        return forms;
    }

    /** What nobody takes any more when a form has been computed. */
    List<Form> lastTakenBy(Form form) {
        return lastTaken.getOrDefault(form, List.of());
    }

    private void walk(Form last) {
        Deque<Form> waiting = new ArrayDeque<>(List.of(last));
        Set<Form> done = Collections.newSetFromMap(new IdentityHashMap<>());
        while (!waiting.isEmpty()) {
            Form next = waiting.peek();
            List<Form> before = operands(next).stream()
                    .filter(operand -> !done.contains(operand))
                    .toList();
            if (before.isEmpty()) {
                waiting.pop();
                if (done.add(next)) {
                    forms.add(next);
                }
            } else {
                before.forEach(waiting::push);
            }
        }
    }

    private void findLastTakers() {
        Set<Form> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int place = forms.size() - 1; place >= 0; place--) {
            for (Form operand : operands(forms.get(place))) {
                if (taken.add(operand)) {
                    lastTaken
                            .computeIfAbsent(forms.get(place), unseen -> new ArrayList<>())
                            .add(operand);
                }
            }
        }
    }

    private static List<Form> operands(Form form) {
        return form instanceof Form.Made made ? made.operands() : List.of();
    }
}
