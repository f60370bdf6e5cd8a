package io.archmeter.convention.file;

import static io.archmeter.schema.JsonSchema.anyOf;
import static io.archmeter.schema.JsonSchema.described;
import static io.archmeter.schema.JsonSchema.listOf;
import static io.archmeter.schema.JsonSchema.object;
import static io.archmeter.schema.JsonSchema.ref;
import static io.archmeter.schema.JsonSchema.typed;

import io.archmeter.convention.PriceNames;
import io.archmeter.convention.WorkKind;
import io.archmeter.op.Catalogue;
import io.archmeter.schema.JsonSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schema of conventions, for completion and checks in editors. */
public final class ConventionSchema {
    private ConventionSchema() {}

    /** The text of the schema, ending in a line break. */
    public static String json() {
        return JsonSchema.json(
                "Archmeter convention", topLevel(), List.of("convention", "multiply_add"), definitions());
    }

    private static Map<String, Object> topLevel() {
        Map<String, Object> keys = new LinkedHashMap<>();
        Map<String, Object> text = Map.of("type", "string");
        keys.put("convention", described("its name, which is that of its column", typed("string", "minLength", 1)));
        keys.put("title", described("one line about it", text));
        keys.put(
                "version", described("of the tool whose rules these are", Map.of("type", List.of("string", "number"))));
        keys.put("source", described("where the rules stand", text));
        keys.put(
                "multiply_add",
                described(
                        "what one multiply-add is in its figures: 1, 2, or 0 where elements are counted",
                        Map.of("enum", List.of(0, 1, 2))));
        keys.put("notes", described("what is to be known of it, a sentence each", anyOf(text, listOf(text))));
        keys.put("operators", described("what the work of operators costs", operators()));
        keys.put(
                "others",
                described(
                        "what that of all others costs; without it, a network that has others is incomplete",
                        ref("prices")));
        return keys;
    }

    private static Map<String, Object> definitions() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("cost", anyOf(Map.of("type", "number"), expression()));
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("cost", ref("cost"));
        named.put("name", described("as people read it: 2 per element", Map.of("type", "string")));
        all.put("price", anyOf(ref("cost"), object(named, List.of("cost"))));
        Map<String, Object> kinds = new LinkedHashMap<>();
        for (WorkKind kind : WorkKind.values()) {
            kinds.put(kind.toString(), described(kind.meaning(), ref("price")));
        }
        all.put("prices", anyOf(ref("price"), object(kinds, List.of())));
        return all;
    }

    private static Map<String, Object> expression() {
        StringBuilder names = new StringBuilder("an expression over what is known of a layer:");
        PriceNames.meanings()
                .forEach((name, meaning) ->
                        names.append("\n").append(name).append(": ").append(meaning));
        names.append("\nlayer.NAME: an attribute as a spec writes it, false where it does nothing");
        names.append("\nhas.NAME: whether it has the attribute");
        return described(names.toString(), typed("string", "pattern", "^="));
    }

    /** Several operators stand in one key, with commas between, so that keys cannot be listed all. */
    private static Map<String, Object> operators() {
        Map<String, Object> keys = new LinkedHashMap<>();
        Catalogue.operators()
                .forEach(operator -> keys.put(operator.kind(), described(operator.meaning(), ref("prices"))));
        Map<String, Object> operators = new LinkedHashMap<>();
        operators.put("type", "object");
        operators.put("properties", keys);
        operators.put("patternProperties", Map.of("(,|^([a-z.]+\\.)?[A-Z])", ref("prices")));
        operators.put("additionalProperties", false);
        return operators;
    }
}
