package io.archmeter.report.check;

import io.archmeter.budget.check.Contribution;
import io.archmeter.budget.check.Finding;
import io.archmeter.budget.check.LayerGrowth;
import io.archmeter.report.picture.Heaviest;
import io.archmeter.report.picture.Quantity;
import io.archmeter.report.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why a limit is broken, to look at: the layers that weigh most in it, and what they have more than in the baseline. */
final class HeaviestPicture {
    private HeaviestPicture() {}

    /** Of the first finding that names layers; empty where none does. */
    static Optional<Heaviest> of(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> !finding.heaviest().isEmpty())
                .findFirst()
                .map(HeaviestPicture::of);
    }

    private static Heaviest of(Finding finding) {
        return new Heaviest(
                "heaviest",
                PlainText.of(finding.model() + ": what weighs most in " + LimitText.what(finding.limit())),
                PlainText.of(summary(finding)),
                finding.grown().isEmpty() ? "" : "more than in the baseline",
                finding.heaviest().stream()
                        .map(layer -> layer(layer, finding.grown()))
                        .toList());
    }

    private static String summary(Finding finding) {
        List<String> layers = new ArrayList<>();
        finding.heaviest().forEach(layer -> layers.add(FindingText.weight(layer)));
        finding.grown().forEach(layer -> layers.add(FindingText.grown(layer) + " since the baseline"));
        return String.join(", ", layers);
    }

    private static Heaviest.Layer layer(Contribution layer, List<LayerGrowth> grown) {
        long more = grown.stream()
                .filter(growth -> growth.layer().equals(layer.layer()) && growth.metric() == layer.metric())
                .mapToLong(LayerGrowth::by)
                .filter(by -> by <= layer.value())
                .findFirst()
                .orElse(0);
        return new Heaviest.Layer(
                PlainText.of(layer.layer()),
                new Quantity(
                        layer.value(),
                        LimitText.shown(layer.metric(), layer.value()) + " ("
                                + LimitText.percent(layer.value(), layer.whole()) + ")"),
                new Quantity(more, more == 0 ? "" : "+" + LimitText.shown(layer.metric(), more)));
    }
}
