package io.archmeter.report.diff;

import io.archmeter.diff.Difference;
import io.archmeter.diff.ModelChange;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Card;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.Document;
import io.archmeter.report.picture.Picture;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What became of models, to look at: all layers that are others now, and pictures of what changed. */
public final class DiffPage {
    private DiffPage() {}

    /** A section for each model, in their order. */
    public static Document of(List<ModelChange> changes) {
        List<DiffModel> models = changes.stream().map(DiffModel::of).toList();
        return models.size() == 1 ? one(models) : several(models);
    }

    private static Document one(List<DiffModel> models) {
        List<Picture> pictures = new ArrayList<>();
        List<Card> cards = new ArrayList<>();
        for (Difference difference : changed(models)) {
            pictures.add(TotalsPicture.of(difference));
            pictures.add(ChangesPicture.of(difference, "changes", true));
            cards.addAll(ChangeCards.of(difference));
        }
        Document document = DiffDocument.ofModels(models, ChangeTable::of);
        for (Difference difference : changed(models)) {
            document = document.noting(DiffDetails.counts(difference));
        }
        return document.with(pictures, cards);
    }

    /** Above all sections how each model changed; in its section, and by its number, what changed in it. */
    private static Document several(List<DiffModel> models) {
        List<Difference> changed = changed(models);
        List<Picture> pictures = new ArrayList<>();
        if (!changed.isEmpty()) {
            for (Metric metric : LayerListings.METRICS) {
                pictures.add(TotalsPicture.of(changed, metric));
            }
        }
        Map<Difference, Picture> drawn = new IdentityHashMap<>();
        for (int number = 1; number <= changed.size(); number++) {
            Difference difference = changed.get(number - 1);
            drawn.put(difference, ChangesPicture.of(difference, "changes-" + number, false));
        }
        return DiffDocument.ofModels(models, difference -> {
                    List<Detail> details = new ArrayList<>();
                    if (drawn.containsKey(difference)) {
                        details.add(Detail.Drawn.of(drawn.get(difference)));
                    }
                    details.addAll(ChangeTable.of(difference));
                    return details;
                })
                .with(pictures, List.of());
    }

    private static List<Difference> changed(List<DiffModel> models) {
        return models.stream()
                .flatMap(model -> model.difference().stream())
                .filter(difference -> !difference.isNone())
                .toList();
    }
}
