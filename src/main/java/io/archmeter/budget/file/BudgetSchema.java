package io.archmeter.budget.file;

import static io.archmeter.schema.JsonSchema.anyOf;
import static io.archmeter.schema.JsonSchema.described;
import static io.archmeter.schema.JsonSchema.listOf;
import static io.archmeter.schema.JsonSchema.mapOf;
import static io.archmeter.schema.JsonSchema.object;
import static io.archmeter.schema.JsonSchema.ref;
import static io.archmeter.schema.JsonSchema.typed;

import io.archmeter.budget.Limit;
import io.archmeter.graph.DType;
import io.archmeter.metric.Metric;
import io.archmeter.op.Catalogue;
import io.archmeter.schema.JsonSchema;
import io.archmeter.spec.SampleShape;
import io.archmeter.training.Optimizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schema of budgets, for completion and checks in editors. It is made from the figures, operators, types and
 * optimizers that there are; which files there are, and what conflicts, only the tool can check.
 */
public final class BudgetSchema {
    private static final String SIGN = "[-+]";
    private static final String NUMBER = "([0-9]+(\\.[0-9]*)?|\\.[0-9]+)";

    private BudgetSchema() {}

    /** The text of the schema, ending in a line break. */
    public static String json() {
        return JsonSchema.json("Archmeter budget", topLevel(), List.of("budgets"), definitions());
    }

    private static Map<String, Object> topLevel() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put(
                "baseline",
                described(
                        "the file with which relative limits compare",
                        typed("string", "pattern", "\\.[jJ][sS][oO][nN]$")));
        Map<String, Object> entries = listOf(ref("entry"));
        entries.put("minItems", 1);
        keys.put("budgets", described("models, and what they are held to", entries));
        return keys;
    }

    private static Map<String, Object> definitions() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("entry", entry());
        all.put("warn", withOneOf(EntryReader.LIMITING, object(limiting(), List.of())));
        all.put("operators", operators());
        all.put("kinds", kinds());
        all.put("names", anyOf(typed("string", "minLength", 1), listOf(typed("string", "minLength", 1))));
        Object counts = typed("integer", "minimum", 1);
        all.put("shape", anyOf(listOf(counts), axes(counts)));
        all.put("value", anyOf(Map.of("type", List.of("number", "string", "boolean")), listOf(ref("value"))));
        all.put("figures of all", figuresOfAll());
        all.put("counted", counted());
        all.put(
                "figures of some",
                figures(
                        together(Metric.Together.SUM, Metric.Together.PART, Metric.Together.MOST, Metric.Together.LAST),
                        "of some"));
        all.put(
                "figures of an operator",
                figures(together(Metric.Together.SUM, Metric.Together.PART, Metric.Together.MOST), "of some"));
        for (Metric.Unit unit : Metric.Unit.values()) {
            all.put(name(unit, "of all"), bounds(List.of(number(unit), growth())));
            all.put(name(unit, "of some"), bounds(List.of(number(unit), growth(), share())));
        }
        return all;
    }

    private static Map<String, Object> entry() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put(
                "models",
                described("files, file#variant, bundled names, or patterns: specs/*.yaml#*_bn", ref("names")));
        keys.put("except", described("models that are not meant", ref("names")));
        keys.put("batch", described("samples that pass at once (default 1)", typed("integer", "minimum", 1)));
        keys.put("input", described("the shape of one sample, such as [3, 224, 224]", ref("shape")));
        keys.put("dtype", described("of all elements (default float32)", words(DType.OF_NETWORKS)));
        keys.put("training", described("whether heads count as well", Map.of("type", "boolean")));
        keys.put("optimizer", described("whose state counts (default adam)", words(List.of(Optimizer.values()))));
        keys.put("set", described("params of the spec", mapOf(ref("value"))));
        keys.putAll(limiting());
        keys.put("warn", described("limits that are reported, and fail no check", ref("warn")));
        List<String> holding = new ArrayList<>(EntryReader.LIMITING);
        holding.add("warn");
        return withOneOf(holding, object(keys, List.of("models")));
    }

    private static Map<String, Object> limiting() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("limits", described("of the whole network", ref("figures of all")));
        keys.put("modules", described("of all layers together below a path", mapOf(ref("figures of some"))));
        keys.put("layers", described("of each layer whose path fits", mapOf(ref("figures of some"))));
        keys.put("operators", described("of all layers together with an operator", ref("operators")));
        keys.put("forbidden", described("operators that may not occur", anyOf(ref("kinds"), listOf(ref("kinds")))));
        return keys;
    }

    private static Map<String, Object> withOneOf(List<String> keys, Map<String, Object> object) {
        object.put(
                "anyOf",
                keys.stream().map(key -> Map.of("required", List.of(key))).toList());
        return object;
    }

    /** A shape whose axes have names. */
    private static Map<String, Object> axes(Object count) {
        Map<String, Object> axes = new LinkedHashMap<>();
        SampleShape.AXES.forEach(name -> axes.put(name, count));
        return object(axes, SampleShape.AXES.subList(0, 1));
    }

    private static Map<String, Object> operators() {
        Map<String, Object> keys = new LinkedHashMap<>();
        Catalogue.operators()
                .forEach(operator ->
                        keys.put(operator.kind(), described(operator.meaning(), ref("figures of an operator"))));
        return object(keys, List.of());
    }

    private static Map<String, Object> kinds() {
        return Map.of("enum", List.copyOf(Catalogue.kinds()));
    }

    private static List<Metric> together(Metric.Together... reaches) {
        return Metric.recorded().stream()
                .filter(metric -> List.of(reaches).contains(metric.together()))
                .toList();
    }

    private static Map<String, Object> figures(List<Metric> figures, String scope) {
        return object(keys(figures, scope), List.of());
    }

    /** With what conventions count, which only a whole network has. */
    private static Map<String, Object> figuresOfAll() {
        Map<String, Object> keys = keys(Metric.recorded().stream().toList(), "of all");
        keys.put(
                Limit.FLOPS,
                described("what a convention counts, at most", anyOf(ref("counted"), listOf(ref("counted")))));
        return object(keys, List.of());
    }

    private static Map<String, Object> keys(List<Metric> figures, String scope) {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (Metric metric : figures) {
            String meaning = metric.words() + (metric.moreIsBetter() ? ", at least" : ", at most");
            keys.put(metric.toString(), described(meaning, ref(name(metric.unit(), scope))));
        }
        return keys;
    }

    private static Map<String, Object> counted() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put(
                "convention",
                described("a name from 'archmeter conventions', or a file", typed("string", "minLength", 1)));
        keys.put("at most", anyOf(Map.of("type", "integer"), number(Metric.Unit.COUNT)));
        return object(keys, List.of("convention", "at most"));
    }

    private static String name(Metric.Unit unit, String scope) {
        return (unit == Metric.Unit.BYTES ? "bytes " : "counts ") + scope;
    }

    private static Map<String, Object> bounds(List<Object> forms) {
        List<Object> bound = new ArrayList<>(forms);
        bound.add(0, Map.of("type", "integer"));
        Map<String, Object> several = listOf(Map.of("anyOf", bound));
        several.put("minItems", 1);
        List<Object> all = new ArrayList<>(bound);
        all.add(several);
        return Map.of("anyOf", all);
    }

    private static Map<String, Object> number(Metric.Unit unit) {
        String units = unit == Metric.Unit.BYTES ? "(B|[kMGT]B|[KMGT]iB)" : "[kMGT]";
        return text("a number, or with a sign an increase", SIGN + "?" + NUMBER + " *" + units + "?");
    }

    private static Map<String, Object> growth() {
        return text("growth since the baseline", "(" + SIGN + NUMBER + " *%|[nN]o (more|less))");
    }

    private static Map<String, Object> share() {
        return text("a share of the total", NUMBER + " *%");
    }

    private static Map<String, Object> text(String description, String pattern) {
        return described(description, typed("string", "pattern", "^ *" + pattern + " *$"));
    }

    private static Map<String, Object> words(List<?> choices) {
        return Map.of("enum", choices.stream().map(String::valueOf).toList());
    }
}
