package io.archmeter.spec.write;

import io.archmeter.json.JsonValues;
import tools.jackson.core.JsonGenerator;

/** Writes a spec as JSON. */
final class SpecAsJson {
    private SpecAsJson() {}

    static void write(Written part, JsonGenerator json) {
        if (part instanceof Written.Entries entries) {
            json.writeStartObject();
            entries.entries().forEach((name, entry) -> {
                json.writeName(name);
                write(entry, json);
            });
            json.writeEndObject();
        } else if (part instanceof Written.Items items) {
            json.writeStartArray();
            items.items().forEach(item -> write(item, json));
            json.writeEndArray();
        } else {
            JsonValues.write(((Written.Value) part).value(), json);
        }
    }
}
