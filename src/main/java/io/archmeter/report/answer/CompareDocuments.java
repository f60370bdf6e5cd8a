package io.archmeter.report.answer;

import io.archmeter.report.AnalyzeDocument;
import io.archmeter.report.CompareDocument;
import io.archmeter.report.ComparePictures;
import io.archmeter.report.Ranking;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.NamedDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * Models side by side, each with its totals.
 *
 * @param remarks what there is to say of all of them
 */
public record CompareDocuments(List<CompareDocument.Entry> models, List<String> remarks) implements Documents {
    public CompareDocuments {
        models = List.copyOf(models);
        remarks = List.copyOf(remarks);
    }

    /** The totals; in a workbook, the layers of each model beside them. */
    @Override
    public List<NamedDocument> in(Format format) {
        List<NamedDocument> documents = new ArrayList<>();
        documents.add(new NamedDocument("totals", totals(format)));
        if (format == Format.XLSX) {
            for (CompareDocument.Entry model : models) {
                documents.add(
                        new NamedDocument(model.costs().model(), AnalyzeDocument.of(model.costs(), Ranking.NONE)));
            }
        }
        return documents;
    }

    private Document totals(Format format) {
        Document document = CompareDocument.of(models);
        for (String remark : remarks) {
            document = document.noting(remark);
        }
        if (!format.showsPictures()) {
            return document;
        }
        boolean page = format == Format.HTML;
        return document.with(page ? ComparePictures.onPage(models) : ComparePictures.alone(models), List.of());
    }
}
