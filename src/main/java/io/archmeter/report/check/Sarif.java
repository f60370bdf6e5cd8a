package io.archmeter.report.check;

import io.archmeter.budget.check.CheckReport;
import io.archmeter.budget.check.Checks;
import io.archmeter.budget.check.Finding;
import io.archmeter.budget.check.Note;
import io.archmeter.budget.check.Rule;
import io.archmeter.json.JsonLayout;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** A log of findings in the Static Analysis Results Interchange Format 2.1.0 (OASIS, with errata 01). */
final class Sarif {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final List<Rule> rules = Checks.rules();
    private final JsonGenerator json;

    private Sarif(JsonGenerator json) {
        this.json = json;
    }

    static void write(CheckReport report, Places places, Writer out) throws IOException {
        JsonLayout.OF_DOCUMENTS.write(out, json -> new Sarif(json).write(report, places));
    }

    private void write(CheckReport report, Places places) {
        json.writeStartObject();
        json.writeStringProperty("$schema", SCHEMA);
        json.writeStringProperty("version", "2.1.0");
        json.writeArrayPropertyStart("runs");
        json.writeStartObject();
        writeTool();
        writeRoot();
        json.writeStringProperty("columnKind", "utf16CodeUnits");
        json.writeArrayPropertyStart("results");
        SarifResult results = new SarifResult(json, rules, places);
        for (Finding finding : report.findings()) {
            results.write(finding);
        }
        for (Note note : report.notes()) {
            results.write(note);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeTool() {
        json.writeObjectPropertyStart("tool");
        json.writeObjectPropertyStart("driver");
        json.writeStringProperty("name", "Archmeter");
        json.writeArrayPropertyStart("rules");
        for (Rule rule : rules) {
            json.writeStartObject();
            json.writeStringProperty("id", rule.id());
            message("shortDescription", rule.summary());
            message("fullDescription", rule.help());
            message("help", rule.help());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Without its address, as section 3.14.14 allows: the log is the same on every machine, and who reads it knows where the root is. */
    private void writeRoot() {
        json.writeObjectPropertyStart("originalUriBaseIds");
        json.writeObjectPropertyStart(SarifResult.ROOT);
        message("description", "The root of the repository.");
        json.writeEndObject();
        json.writeEndObject();
    }

    private void message(String name, String text) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("text", SarifResult.escaped(text));
        json.writeEndObject();
    }
}
