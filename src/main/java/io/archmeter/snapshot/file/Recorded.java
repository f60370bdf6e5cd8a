package io.archmeter.snapshot.file;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.source.SourceReader;
import io.archmeter.source.SourceValue;
import io.archmeter.source.TextFile;
import io.archmeter.value.PlainValue;
import java.util.Map;
import java.util.Optional;

/**
 * A document that Archmeter wrote, as far as its head is read.
 *
 * @param kind what kind of document it says that it is: {@code baseline}, {@code analyze}
 * @param kindAt where it says so
 * @param versionAt where it says of which version
 */
record Recorded(
        String kind, Span kindAt, long version, Span versionAt, SourceValue.Mapping content, Problems problems) {
    /** The member that tells a document of Archmeter from all else. */
    private static final String HEAD = "archmeter";

    private static final String REMEDY = "let Archmeter write the file anew";

    /** What git leaves at the beginning of a line where it cannot merge. */
    private static final String CONFLICT = "<<<<<<<";

    /**
     * Reads the head of a document; empty where the text is something else, such as a spec.
     *
     * @throws ProblemException where the text cannot be read, or the head of the document cannot
     */
    static Optional<Recorded> find(TextFile text) {
        if (text.text().contains("\"" + HEAD + "\"")) {
            refuseConflict(text);
        }
        Problems problems = new Problems();
        Optional<SourceValue> read = SourceReader.read(text, problems);
        if (read.isEmpty()) {
            problems.throwIfAny();
        }
        return read.orElseThrow() instanceof SourceValue.Mapping content ? head(content, problems) : Optional.empty();
    }

    private static Optional<Recorded> head(SourceValue.Mapping content, Problems problems) {
        Members document = new Members("the document", content, REMEDY, problems);
        Optional<SourceValue> head = document.find(HEAD);
        if (head.isEmpty()) {
            return Optional.empty();
        }
        Span at = head.get().at();
        Members members = document.object(HEAD).orElseThrow(() -> wrong(problems));
        String kind = members.text("document");
        long version = members.count("version", 1);
        if (!problems.isEmpty()) {
            throw wrong(problems);
        }
        return Optional.of(new Recorded(
                kind,
                members.find("document").map(SourceValue::at).orElse(at),
                version,
                members.find("version").map(SourceValue::at).orElse(at),
                content,
                problems));
    }

    private static ProblemException wrong(Problems problems) {
        return new ProblemException(problems.sorted());
    }

    private static void refuseConflict(TextFile text) {
        int line = 1;
        int start = 0;
        while (start >= 0) {
            if (text.text().startsWith(CONFLICT, start)) {
                throw new ProblemException(Problem.at(
                        new Span(text.name(), line, 1),
                        "merge-conflict",
                        "git could not merge this file, and left both sides of the conflict in it",
                        "take either side, then let Archmeter write the file anew from what was merged"));
            }
            int end = text.text().indexOf('\n', start);
            start = end < 0 ? -1 : end + 1;
            line++;
        }
    }

    /**
     * Refuses a document of a later version than those that are known here, which is 1 and what follows.
     *
     * @param latest of those that are known
     * @param remedy how it is written in that version
     */
    void requireVersion(long latest, String remedy) {
        if (version > latest) {
            throw new ProblemException(Problem.at(
                    versionAt,
                    "unknown-version",
                    "this '" + kind + "' document is of version " + version + ", and versions up to " + latest
                            + " are read here",
                    remedy));
        }
    }

    /** The attributes of a layer, by the names and as the values that a spec has; none where nothing is said of them. */
    Map<String, PlainValue> attributes(Members layer, String operator) {
        Optional<Members> attributes = layer.findObject("attributes");
        return version == 1
                ? VersionOneAttributes.of(
                        operator, attributes.map(Members::texts).orElse(Map.of()))
                : attributes.map(Members::values).orElse(Map.of());
    }
}
