package io.archmeter.report.answer;

import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.Grouping;
import io.archmeter.report.BreakdownDocument;
import io.archmeter.report.BreakdownPictures;
import io.archmeter.report.SideBySideDocument;
import io.archmeter.report.document.Audience;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.NamedDocument;
import java.util.List;
import java.util.Set;

/**
 * Where the cost of models sits.
 *
 * @param only operators whose layers are shown; none for all
 */
public record BreakdownDocuments(List<CostReport> models, Grouping by, Set<String> only) implements Documents {
    public BreakdownDocuments {
        models = List.copyOf(models);
        only = Set.copyOf(only);
    }

    /** People see models side by side; programs find one after the other. */
    @Override
    public List<NamedDocument> in(Format format) {
        Document document = models.size() > 1 && format.audience() == Audience.PEOPLE
                ? SideBySideDocument.of(models, by, only)
                : BreakdownDocument.of(models, by, only);
        return List.of(NamedDocument.of(
                format.showsPictures() ? document.with(BreakdownPictures.of(models, by), List.of()) : document));
    }
}
