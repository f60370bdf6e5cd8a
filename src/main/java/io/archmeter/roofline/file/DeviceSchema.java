package io.archmeter.roofline.file;

import static io.archmeter.schema.JsonSchema.anyOf;
import static io.archmeter.schema.JsonSchema.described;
import static io.archmeter.schema.JsonSchema.listOf;
import static io.archmeter.schema.JsonSchema.object;
import static io.archmeter.schema.JsonSchema.typed;

import io.archmeter.graph.DType;
import io.archmeter.schema.JsonSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schema of devices, for completion and checks in editors. */
public final class DeviceSchema {
    private DeviceSchema() {}

    /** The text of the schema, ending in a line break. */
    public static String json() {
        return JsonSchema.json("Archmeter device", topLevel(), List.of("name", "bandwidth", "operations"), Map.of());
    }

    private static Map<String, Object> topLevel() {
        Map<String, Object> keys = new LinkedHashMap<>();
        Map<String, Object> text = Map.of("type", "string");
        keys.put("name", described("its name", typed("string", "minLength", 1)));
        keys.put("title", described("one line about it", text));
        keys.put("source", described("where its figures stand", text));
        keys.put("memory", described("bytes that it holds: 40GB, 40GiB", figure(FigureKind.MEMORY)));
        keys.put("bandwidth", described("bytes that it moves in a second: 1555GB/s", figure(FigureKind.BANDWIDTH)));
        Map<String, Object> types = new LinkedHashMap<>();
        DType.OF_NETWORKS.forEach(type -> types.put(type.toString(), figure(FigureKind.OPERATIONS)));
        Map<String, Object> operations = object(types, List.of());
        operations.put("minProperties", 1);
        keys.put(
                "operations",
                described(
                        "operations that it does in a second without sparsity, by type; a multiply-add is two: {float32: 19.5T}",
                        operations));
        keys.put("notes", described("what is to be known of it, a sentence each", anyOf(text, listOf(text))));
        return keys;
    }

    private static Map<String, Object> figure(FigureKind kind) {
        return typed("string", "pattern", kind.pattern());
    }
}
