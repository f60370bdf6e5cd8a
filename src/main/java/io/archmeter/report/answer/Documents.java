package io.archmeter.report.answer;

import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.NamedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** An answer as documents, which are made when a format is known: only some show pictures, and those take time. */
@FunctionalInterface
public interface Documents {
    /** What a format shows: the document that was asked for, and after it what a workbook has beside it. */
    List<NamedDocument> in(Format format);

    /** One that is the same in all formats. */
    static Documents of(Document document) {
        return format -> List.of(NamedDocument.of(document));
    }

    /** One that is another in some formats, and is alone in all. */
    static Documents of(Function<Format, Document> document) {
        return format -> List.of(NamedDocument.of(document.apply(format)));
    }

    /** One that has more where there are pictures. */
    static Documents of(Supplier<Document> plain, Supplier<Document> drawn) {
        return of(format -> format.showsPictures() ? drawn.get() : plain.get());
    }

    /** The same with another first document. */
    default Documents with(BiFunction<Document, Format, Document> changed) {
        return format -> {
            List<NamedDocument> all = new ArrayList<>(in(format));
            NamedDocument first = all.get(0);
            all.set(0, new NamedDocument(first.name(), changed.apply(first.document(), format)));
            return all;
        };
    }
}
