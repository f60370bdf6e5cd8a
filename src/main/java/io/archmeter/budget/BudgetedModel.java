package io.archmeter.budget;

import io.archmeter.problem.Span;
import io.archmeter.snapshot.Settings;
import java.util.List;

/**
 * One model, with all that it is held to: entries that name the same model with the same settings are put together. It does not say where
 * the model comes from: that may be a file, or a program that has it in hand.
 *
 * @param model its name, in a budget relative to its folder: {@code specs/resnet.yaml#resnet50}
 * @param bundled whether it comes with the tool, so that no file of the user's holds it
 * @param place where the budget names it
 */
public record BudgetedModel(
        String model, boolean bundled, Settings settings, List<Limit> limits, List<Forbidden> forbidden, Span place) {
    public BudgetedModel {
        limits = List.copyOf(limits);
        forbidden = List.copyOf(forbidden);
    }

    /** What tells it from all others, here and in a baseline: {@code specs/resnet.yaml#resnet50 --batch 8}. */
    public String key() {
        return settings.keyOf(model);
    }
}
