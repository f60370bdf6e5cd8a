package io.archmeter.report.check;

import io.archmeter.budget.check.Contribution;
import io.archmeter.budget.check.Finding;
import io.archmeter.budget.check.LayerGrowth;
import io.archmeter.budget.check.Note;
import io.archmeter.budget.check.Rule;
import io.archmeter.problem.Span;
import io.archmeter.problem.Visible;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** One result of a log: what is wrong, where, and what it has to do with. */
record SarifResult(JsonGenerator json, List<Rule> rules, Places places) {
    /** What relative names start from; GitHub and editors know this name. */
    static final String ROOT = "%SRCROOT%";

    /** The version in its name changes when the same finding gets another fingerprint (section 3.27.17). */
    private static final String FINGERPRINT = "archmeterLimit/v1";

    void write(Finding finding) {
        begin(
                finding.rule(),
                finding.limit().level().toString(),
                Visible.of(finding.model()) + ": " + VisibleLines.of(FindingText.lines(finding, places)),
                finding.place(),
                finding.layer());
        json.writeArrayPropertyStart("relatedLocations");
        int id = 1;
        related(id++, finding.limit().place(), "the limit: " + Visible.of(LimitText.of(finding.limit())));
        for (Span line : finding.origin().inBlock()) {
            related(id++, line, "the line in the block");
        }
        for (Span call : finding.origin().calls()) {
            related(id++, call, "a call of the block");
        }
        for (Contribution weight : finding.heaviest()) {
            related(id++, weight.place(), Visible.of(FindingText.weight(weight)));
        }
        for (LayerGrowth grown : finding.grown()) {
            related(id++, grown.place(), Visible.of(FindingText.grown(grown)));
        }
        json.writeEndArray();
        end(finding.model() + "|" + finding.identity());
    }

    void write(Note note) {
        begin(note.rule(), "note", Visible.of(NoteText.fact(note)), note.place(), "");
        end(note.model() + "|" + note.rule().id());
    }

    private void begin(Rule rule, String level, String text, Span place, String layer) {
        json.writeStartObject();
        json.writeStringProperty("ruleId", rule.id());
        json.writeNumberProperty("ruleIndex", rules.indexOf(rule));
        json.writeStringProperty("level", level);
        message(text);
        json.writeArrayPropertyStart("locations");
        json.writeStartObject();
        physical(place);
        if (!layer.isEmpty()) {
            json.writeArrayPropertyStart("logicalLocations");
            json.writeStartObject();
            json.writeStringProperty("fullyQualifiedName", Visible.of(layer));
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeEndArray();
    }

    private void end(String identity) {
        json.writeObjectPropertyStart("partialFingerprints");
        json.writeStringProperty(FINGERPRINT, identity);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void related(int id, Span place, String text) {
        json.writeStartObject();
        json.writeNumberProperty("id", id);
        physical(place);
        message(text);
        json.writeEndObject();
    }

    private void physical(Span reached) {
        Span place = places.shown(reached);
        String uri = ArtifactUri.of(place.file());
        json.writeObjectPropertyStart("physicalLocation");
        json.writeObjectPropertyStart("artifactLocation");
        json.writeStringProperty("uri", uri);
        if (!uri.startsWith(ArtifactUri.ABSOLUTE)) {
            json.writeStringProperty("uriBaseId", ROOT);
        }
        json.writeEndObject();
        if (place.line() > 0) {
            json.writeObjectPropertyStart("region");
            json.writeNumberProperty("startLine", place.line());
            json.writeNumberProperty("startColumn", place.column());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void message(String text) {
        json.writeObjectPropertyStart("message");
        json.writeStringProperty("text", escaped(text));
        json.writeEndObject();
    }

    /** Braces would be placeholders, and {@code [text](place)} a link (sections 3.11.5 and 3.11.6). */
    static String escaped(String text) {
        return text.replace("{", "{{").replace("}", "}}").replace("](", "\\](");
    }
}
