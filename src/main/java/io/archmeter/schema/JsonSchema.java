package io.archmeter.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parts of a JSON Schema (draft-07, which all editors know), as maps and lists. */
public final class JsonSchema {
    private JsonSchema() {}

    /**
     * The text of a schema, ending in a line break.
     *
     * @param properties of the file's mapping by their keys
     * @param definitions by the names that {@link #ref} takes
     */
    public static String json(
            String title, Map<String, Object> properties, List<String> required, Map<String, Object> definitions) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("title", title);
        schema.putAll(object(properties, required));
        schema.put("definitions", definitions);
        return SchemaJson.write(schema);
    }

    /** A mapping with these keys and no others. */
    public static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", properties);
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        object.put("additionalProperties", false);
        return object;
    }

    /** What an editor shows beside a key. */
    public static Map<String, Object> described(String description, Object schema) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("description", description);
        // Beside $ref, draft-07 ignores every other key.
        described.put("allOf", List.of(schema));
        return described;
    }

    /** A type, and one thing that is asked of it. */
    public static Map<String, Object> typed(String type, String key, Object value) {
        Map<String, Object> typed = new LinkedHashMap<>();
        typed.put("type", type);
        typed.put(key, value);
        return typed;
    }

    /** What fits one of several. */
    public static Map<String, Object> anyOf(Object... schemas) {
        return Map.of("anyOf", List.of(schemas));
    }

    /** A list whose items are alike. */
    public static Map<String, Object> listOf(Object items) {
        return typed("array", "items", items);
    }

    /** A mapping whose keys are names that the author chose. */
    public static Map<String, Object> mapOf(Object values) {
        return typed("object", "additionalProperties", values);
    }

    /** One of the definitions, by its name. */
    public static Map<String, Object> ref(String name) {
        return Map.of("$ref", "#/definitions/" + name.replace(" ", "%20"));
    }
}
