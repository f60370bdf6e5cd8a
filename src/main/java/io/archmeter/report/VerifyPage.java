package io.archmeter.report;

import io.archmeter.report.document.Document;
import io.archmeter.report.picture.Agreement;
import io.archmeter.report.picture.Picture;
import io.archmeter.report.picture.Quantity;
import io.archmeter.report.text.PlainText;
import io.archmeter.report.text.Readable;
import io.archmeter.verify.Comparison;
import io.archmeter.verify.LayerVerification;
import io.archmeter.verify.Verification;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What was predicted of models beside what a forward pass showed, to look at: what differs stands first. */
public final class VerifyPage {
    /** Some are several comparisons: a field has no room for each. */
    private static final Map<String, Function<LayerVerification, List<Comparison<?>>>> QUANTITIES = quantities();

    private VerifyPage() {}

    private static Map<String, Function<LayerVerification, List<Comparison<?>>>> quantities() {
        Map<String, Function<LayerVerification, List<Comparison<?>>>> quantities = new LinkedHashMap<>();
        quantities.put("output", layer -> List.of(layer.output(), layer.others()));
        quantities.put("weights", layer -> List.of(layer.weights(), layer.tensors()));
        quantities.put("multiply-adds", layer -> List.of(layer.multiplyAdds()));
        quantities.put("effective", layer -> List.of(layer.effectiveMultiplyAdds()));
        quantities.put("output bytes", layer -> List.of(layer.outputBytes()));
        quantities.put("bytes held", layer -> List.of(layer.heldBytes()));
        quantities.put("storage", layer -> List.of(layer.storage(), layer.overwritten()));
        return quantities;
    }

    /** At least one verification, all of them of runs in the same way; of several, pictures have the number of theirs in their names. */
    public static Document of(List<Verification> models) {
        List<Picture> pictures = new ArrayList<>();
        for (int number = 1; number <= models.size(); number++) {
            pictures.add(picture(models.get(number - 1), models.size() == 1 ? "agreement" : "agreement-" + number));
        }
        List<Verification> differingFirst = models.stream()
                .map(VerifyPage::differingFirst)
                .sorted(Comparator.comparing(Verification::equal))
                .toList();
        return VerifyDocument.of(differingFirst, true).with(pictures, List.of());
    }

    private static Verification differingFirst(Verification model) {
        return new Verification(
                model.model(),
                model.title(),
                model.inputs(),
                model.otherTypes(),
                model.seed(),
                model.fast(),
                model.weights(),
                model.layers().stream()
                        .sorted(Comparator.comparing(layer -> !layer.differs()))
                        .toList(),
                model.totals());
    }

    private static Agreement picture(Verification model, String name) {
        List<LayerVerification> differing = model.differing();
        String summary = differing.isEmpty()
                ? "No layer of " + model.layers().size() + " differs"
                : differing.size() + " of " + model.layers().size() + " layers differ: "
                        + String.join(
                                ", ",
                                differing.stream().map(LayerVerification::layer).toList());
        return new Agreement(
                name,
                PlainText.of(model.model()) + ": what each layer did, and whether it was predicted",
                PlainText.of(summary),
                List.copyOf(QUANTITIES.keySet()),
                model.layers().stream().map(VerifyPage::layer).toList());
    }

    private static Agreement.Layer layer(LayerVerification layer) {
        return new Agreement.Layer(
                PlainText.of(layer.layer()),
                PlainText.of(layer.operator()),
                amount(layer.effectiveMultiplyAdds().observed()),
                amount(layer.paddedTaps()),
                QUANTITIES.values().stream()
                        .map(quantity -> mark(layer, quantity.apply(layer)))
                        .toList());
    }

    private static Quantity amount(Optional<Long> observed) {
        return new Quantity(observed.orElse(0L), observed.map(Readable::exact).orElse("not known"));
    }

    private static Agreement.Mark mark(LayerVerification layer, List<Comparison<?>> comparisons) {
        if (comparisons.stream().anyMatch(Comparison::differs)) {
            return Agreement.Mark.DIFFERS;
        }
        if (!layer.computed()) {
            return Agreement.Mark.NOT_PROVED;
        }
        return comparisons.stream().allMatch(Comparison::equal) ? Agreement.Mark.EQUAL : Agreement.Mark.NOT_RUN;
    }
}
