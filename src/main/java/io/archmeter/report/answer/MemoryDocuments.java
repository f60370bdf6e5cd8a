package io.archmeter.report.answer;

import io.archmeter.analysis.BatchLimit;
import io.archmeter.analysis.MemoryReport;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.report.MemoryDocument;
import io.archmeter.report.MemoryPictures;
import io.archmeter.report.MemorySteps;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.NamedDocument;
import io.archmeter.report.picture.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What models need of memory.
 *
 * @param definitions whether there is also what other tools and lectures call memory
 */
public record MemoryDocuments(List<Network> models, boolean definitions) implements Documents {
    public MemoryDocuments {
        models = List.copyOf(models);
    }

    /**
     * What one needs.
     *
     * @param facts with the type of elements that the memory is counted with
     * @param limit the largest batches that fit, if that was asked
     */
    public record Network(NetworkFacts facts, MemoryReport memory, Optional<BatchLimit> limit) {}

    /** The figures; in a workbook, what is held at each step beside them. */
    @Override
    public List<NamedDocument> in(Format format) {
        List<MemoryDocument.Entry> entries = new ArrayList<>();
        List<String> names =
                models.stream().map(each -> each.facts().graph().name()).toList();
        for (Network model : models) {
            String after = PictureNames.after(names, entries.size());
            entries.add(new MemoryDocument.Entry(model.memory(), model.limit(), pictures(model, after, format)));
        }
        Document figures = MemoryDocument.of(entries, definitions);
        return format == Format.XLSX
                ? List.of(NamedDocument.of(figures), NamedDocument.of(MemorySteps.of(entries)))
                : List.of(NamedDocument.of(figures));
    }

    private static List<Picture> pictures(Network model, String after, Format format) {
        if (!format.showsPictures()) {
            return List.of();
        }
        return format == Format.TRACE
                ? MemoryPictures.whole(model.facts(), model.memory(), after)
                : MemoryPictures.drawn(model.facts(), model.memory(), after);
    }
}
