package io.archmeter.budget.check;

/**
 * A way in which a model can be over its budget.
 *
 * @param id a stable word in kebab case
 * @param summary what it holds, in one sentence
 * @param help what somebody should know whose model breaks it
 */
public record Rule(String id, String summary, String help) {
    public Rule {
        if (!id.matches("[a-z]+(-[a-z]+)*") || summary.isBlank() || help.isBlank()) {
            throw new IllegalArgumentException("a rule needs an id, a summary and help: " + id);
        }
    }
}
