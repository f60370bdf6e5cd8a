package io.archmeter.report.answer;

import io.archmeter.diff.Comparison;
import io.archmeter.report.diff.DiffDocument;
import io.archmeter.report.diff.DiffPage;
import io.archmeter.report.diff.DiffTotals;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.NamedDocument;
import java.util.List;

/** What a change costs. */
public record DiffDocuments(Comparison comparison) implements Documents {
    /** The layers that have changed; in a workbook, the totals before them. */
    @Override
    public List<NamedDocument> in(Format format) {
        Document layers = layers(format);
        return format == Format.XLSX
                ? List.of(NamedDocument.of(DiffTotals.of(layers, comparison.changes())), NamedDocument.of(layers))
                : List.of(NamedDocument.of(layers));
    }

    private Document layers(Format format) {
        Document document =
                format.showsPictures() ? DiffPage.of(comparison.changes()) : DiffDocument.of(comparison.changes());
        return comparison.attributes()
                ? document
                : document.noting("attributes are not compared: one side does not say them");
    }
}
