package io.archmeter.report.diff;

import io.archmeter.diff.Difference;
import io.archmeter.diff.ModelChange;
import io.archmeter.report.document.Card;
import io.archmeter.report.document.Document;
import io.archmeter.report.picture.Picture;
import java.util.ArrayList;
import java.util.List;

/** What became of models, to look at: all layers that are others now, and pictures of what changed. */
public final class DiffPage {
    private DiffPage() {}

    /** A section for each model, in their order; of several models, pictures have the number of theirs in their names. */
    public static Document of(List<ModelChange> changes) {
        List<Difference> changed = changes.stream()
                .map(DiffModel::of)
                .flatMap(model -> model.difference().stream())
                .filter(difference -> !difference.isNone())
                .toList();
        boolean alone = changes.size() == 1;
        List<Picture> pictures = new ArrayList<>();
        for (int number = 1; number <= changed.size(); number++) {
            String suffix = alone ? "" : "-" + number;
            Difference difference = changed.get(number - 1);
            pictures.add(TotalsPicture.of(difference, "totals" + suffix));
            pictures.add(ChangesPicture.of(difference, "changes" + suffix, alone));
        }
        List<Card> cards = alone && !changed.isEmpty() ? ChangeCards.of(changed.get(0)) : List.of();
        return DiffDocument.of(changes, ChangeTable::of).with(pictures, cards);
    }
}
