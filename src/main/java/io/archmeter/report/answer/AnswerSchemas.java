package io.archmeter.report.answer;

import io.archmeter.spec.library.BundledLibrary;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The JSON Schemas of what commands answer, one for each document by the name that its {@code archmeter} member has. */
public final class AnswerSchemas {
    /** What there are schemas of. */
    public static final List<String> DOCUMENTS = List.of(
            "analyze",
            "breakdown",
            "check",
            "compare",
            "convention",
            "conventions",
            "device",
            "devices",
            "diff",
            "explain",
            "figure",
            "grow",
            "inputs",
            "list",
            "memory",
            "parameters",
            "reconcile",
            "roofline",
            "sweep",
            "verify");

    private AnswerSchemas() {}

    /**
     * The schema of one, as it is published.
     *
     * @param document one of {@link #DOCUMENTS}
     */
    public static String json(String document) {
        if (!DOCUMENTS.contains(document)) {
            throw new IllegalArgumentException("there is no document " + document);
        }
        byte[] schema = BundledLibrary.resource("specs/answers/" + document + ".schema.json");
        return new String(schema, StandardCharsets.UTF_8);
    }
}
