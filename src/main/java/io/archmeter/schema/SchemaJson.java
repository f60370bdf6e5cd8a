package io.archmeter.schema;

import io.archmeter.json.JsonLayout;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Writes maps, lists, texts, whole numbers and flags as JSON. */
final class SchemaJson {
    private SchemaJson() {}

    static String write(Map<String, Object> tree) {
        StringWriter text = new StringWriter();
        try {
            JsonLayout.OF_DOCUMENTS.write(text, json -> write(tree, json));
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text takes all that is written", impossible);
        }
        return text.toString();
    }

    private static void write(Object value, JsonGenerator json) {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            map.forEach((key, element) -> {
                json.writeName((String) key);
                write(element, json);
            });
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            list.forEach(element -> write(element, json));
            json.writeEndArray();
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else {
            json.writeString((String) value);
        }
    }
}
