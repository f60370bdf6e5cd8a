package io.archmeter.sweep.file;

import static io.archmeter.schema.JsonSchema.anyOf;
import static io.archmeter.schema.JsonSchema.described;
import static io.archmeter.schema.JsonSchema.listOf;
import static io.archmeter.schema.JsonSchema.mapOf;
import static io.archmeter.schema.JsonSchema.object;
import static io.archmeter.schema.JsonSchema.ref;
import static io.archmeter.schema.JsonSchema.typed;

import io.archmeter.graph.DType;
import io.archmeter.metric.Metric;
import io.archmeter.schema.JsonSchema;
import io.archmeter.sweep.Objective;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schema of spaces, for completion and checks in editors. Which params a spec has only the tool can check. */
public final class SpaceSchema {
    private SpaceSchema() {}

    /** The text of the schema, ending in a line break. */
    public static String json() {
        return JsonSchema.json("Archmeter space", topLevel(), List.of("spec"), definitions());
    }

    private static Map<String, Object> topLevel() {
        Map<String, Object> keys = new LinkedHashMap<>();
        Map<String, Object> text = Map.of("type", "string");
        keys.put("title", described("one line about it", text));
        keys.put("source", described("where the space is from", text));
        keys.put(
                "spec",
                described(
                        "a file, file#variant, archmeter:FILE, or the name of a bundled model",
                        typed("string", "minLength", 1)));
        keys.put("params", described("params of the spec that vary alone", mapOf(ref("values"))));
        keys.put(
                "zip",
                described(
                        "params that vary together, the first value of one with the first of the others",
                        anyOf(mapOf(ref("values")), listOf(mapOf(ref("values"))))));
        keys.put(
                "input", described("the shape of one sample, such as [3, 224, 224], or a list of them", ref("inputs")));
        keys.put("batch", described("samples that pass at once (default 1)", oneOrMore(ref("count"))));
        keys.put("dtype", described("of all elements (default float32)", oneOrMore(words(DType.OF_NETWORKS))));
        keys.put(
                "where",
                described(
                        "what holds for all points: expressions of params, such as =width % groups == 0",
                        oneOrMore(typed("string", "pattern", "^="))));
        List<Metric> metrics = Metric.recorded().stream().toList();
        keys.put(
                "figures",
                described("what is counted (default: parameters and multiply_adds)", oneOrMore(words(metrics))));
        Map<String, Object> limits = new LinkedHashMap<>();
        for (Metric metric : metrics) {
            limits.put(metric.toString(), described(metric.words(), ref("limit")));
        }
        keys.put("limits", described("what the best have to keep", object(limits, List.of())));
        List<Object> wanted = new ArrayList<>(metrics);
        wanted.add(Objective.ACCURACY);
        keys.put("minimize", described("what is wanted as small as it can be", oneOrMore(words(wanted))));
        keys.put("maximize", described("what is wanted as large as it can be", oneOrMore(words(wanted))));
        keys.put("accuracy", described("a CSV file with the columns model and accuracy", text));
        Map<String, Object> sample = new LinkedHashMap<>();
        sample.put("points", ref("count"));
        sample.put("seed", Map.of("type", "integer"));
        keys.put(
                "sample",
                described("a part of the points, drawn", anyOf(ref("count"), object(sample, List.of("points")))));
        return keys;
    }

    private static Map<String, Object> definitions() {
        Map<String, Object> all = new LinkedHashMap<>();
        Map<String, Object> count = typed("integer", "minimum", 1);
        all.put("count", count);
        all.put("shape", anyOf(listOf(count), mapOf(count)));
        all.put("inputs", anyOf(ref("shape"), listOf(ref("shape"))));
        all.put("value", anyOf(Map.of("type", List.of("number", "string", "boolean")), listOf(ref("value"))));
        Map<String, Object> range = new LinkedHashMap<>();
        for (String key : List.of("from", "to", "step")) {
            range.put(key, Map.of("type", List.of("number", "string")));
        }
        Map<String, Object> lists = new LinkedHashMap<>();
        lists.put("each", described("the values of each element", ref("values")));
        lists.put("times", described("how many elements a list has", oneOrMore(count)));
        Map<String, Object> product = new LinkedHashMap<>();
        product.put("product", described("the values of the first element, the second, …", listOf(ref("values"))));
        all.put(
                "described",
                anyOf(
                        object(range, List.of("from", "to")),
                        object(lists, List.of("each", "times")),
                        object(product, List.of("product"))));
        all.put("values", anyOf(ref("value"), ref("described"), listOf(anyOf(ref("value"), ref("described")))));
        Object bound = Map.of("type", List.of("number", "string"));
        Map<String, Object> between = listOf(bound);
        between.put("minItems", 2);
        between.put("maxItems", 2);
        all.put("limit", anyOf(bound, between));
        return all;
    }

    private static Map<String, Object> oneOrMore(Object one) {
        Map<String, Object> several = listOf(one);
        several.put("minItems", 1);
        return anyOf(one, several);
    }

    private static Map<String, Object> words(List<?> choices) {
        return Map.of("enum", choices.stream().map(String::valueOf).toList());
    }
}
