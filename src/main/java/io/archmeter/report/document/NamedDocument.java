package io.archmeter.report.document;

/**
 * A document among others that are opened together.
 *
 * @param name what tells it from the others
 */
public record NamedDocument(String name, Document document) {
    /** One that is called by what its rows are. */
    public static NamedDocument of(Document document) {
        return new NamedDocument(document.table().rowsName(), document);
    }
}
