package io.archmeter.spec.load;

import static io.archmeter.schema.JsonSchema.anyOf;
import static io.archmeter.schema.JsonSchema.described;
import static io.archmeter.schema.JsonSchema.listOf;
import static io.archmeter.schema.JsonSchema.mapOf;
import static io.archmeter.schema.JsonSchema.object;
import static io.archmeter.schema.JsonSchema.ref;
import static io.archmeter.schema.JsonSchema.typed;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Weight;
import io.archmeter.op.Argument;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Operator;
import io.archmeter.op.StoredWeight;
import io.archmeter.schema.JsonSchema;
import io.archmeter.spec.NamedAxes;
import io.archmeter.spec.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The JSON Schema of specs, for completion and checks in editors (draft-07, which they all know). It is made from the
 * catalogue of operators, so that it knows what the tool knows; what only the tool can check, such as shapes, it lets pass.
 */
public final class SpecSchema {
    private static final Map<String, Object> EXPRESSION = ref("expression");

    /** What stands for a number that nobody knows. */
    private static final Map<String, Object> UNKNOWN = Map.of("const", Extent.Unknown.WORD);

    /** The name of a layer; one in a list is named by its number. */
    private static final Map<String, Object> NAME = Map.of("type", List.of("string", "integer"));

    private SpecSchema() {}

    /** The text of the schema, ending in a line break. */
    public static String json() {
        return JsonSchema.json("Archmeter spec", topLevel(), List.of(), definitions());
    }

    private static Map<String, Object> topLevel() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("name", described("what the model is called", Map.of("type", "string")));
        keys.put("title", described("one line about it", Map.of("type", "string")));
        keys.put("source", described("the paper that it follows", Map.of("type", "string")));
        keys.put("input", described("the shape of one sample, such as [3, 224, 224]", ref("sample")));
        keys.put(
                "inputs",
                described(
                        "several inputs by their names, in place of input; the layers begin with the first",
                        mapOf(input())));
        keys.put("params", described("names with values, or 'required'", ref("params")));
        keys.put("variants", described("values of the params, by the variants' names", mapOf(variant())));
        keys.put(
                "blocks",
                described(
                        "layers under a name, used like operators; one with an operator's name hides it, which editors do not know",
                        mapOf(block())));
        keys.put(
                "imports",
                described(
                        "files whose blocks are used; archmeter:blocks/… come with archmeter",
                        listOf(Map.of("type", "string"))));
        keys.put("layers", described("the network", ref("layers")));
        keys.put(
                "outputs",
                described(
                        "the layers whose outputs the network puts out, the main one first (default: the last layer)",
                        names()));
        keys.put("heads", described("outputs beside the main one, in training only", ref("layers")));
        return keys;
    }

    private static Map<String, Object> variant() {
        return Map.of("anyOf", List.of(mapOf(ref("value")), Map.of("type", "null")));
    }

    private static Map<String, Object> block() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("params", described("the first is the usual argument", ref("params")));
        keys.put("layers", ref("layers"));
        return object(keys, List.of("layers"));
    }

    private static Map<String, Object> definitions() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("expression", described("an expression: =width * 4", typed("string", "pattern", "^=")));
        all.put("scalar", Map.of("type", List.of("number", "string", "boolean")));
        all.put("values", anyOf(EXPRESSION, listOf(ref("scalar"))));
        all.put("value", anyOf(ref("scalar"), listOf(ref("value"))));
        all.put("sample", sample());
        all.put("params", mapOf(ref("value")));
        all.put("weights", anyOf(NAME, mapOf(NAME)));
        all.put("stored", mapOf(anyOf(storedTensor(), mapOf(storedTensor()))));
        all.put("layers", anyOf(listOf(ref("layer")), mapOf(ref("layer"))));
        all.put("layer", layer());
        groups().forEach((name, group) -> all.put("group " + name, group));
        Catalogue.operators().forEach(operator -> all.put("operator " + operator.kind(), operator(operator)));
        all.put("named layers", namedLayers());
        all.put("block", blockCall());
        return all;
    }

    /** A list, or extents by the names of their axes. */
    private static Map<String, Object> sample() {
        Map<String, Object> axes = new LinkedHashMap<>();
        NamedAxes.NAMES.forEach(name -> axes.put(name, anyOf(typed("integer", "minimum", 1), UNKNOWN, EXPRESSION)));
        return anyOf(ref("values"), object(axes, NamedAxes.NAMES.subList(0, 1)));
    }

    /** A sample, or one with the type of its elements. */
    private static Map<String, Object> input() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("shape", ref("sample"));
        keys.put(
                "dtype",
                Map.of("enum", DType.IN_SPECS.stream().map(DType::toString).toList()));
        keys.put(
                "batch",
                described(
                        "whether there is one for each sample (default true); false: its shape is all of it",
                        Map.of("type", "boolean")));
        keys.put(
                "unused",
                described(
                        "whether it is no mistake that no layer takes it (default false)", Map.of("type", "boolean")));
        return anyOf(ref("sample"), object(keys, List.of("shape")));
    }

    private static Map<String, Object> storedTensor() {
        List<String> words = new ArrayList<>();
        DType.IN_SPECS.forEach(type -> words.add(type.toString()));
        for (Weight.Kind kind : Weight.Kind.values()) {
            words.add(StoredWeight.word(kind));
        }
        return anyOf(
                EXPRESSION, listOf(anyOf(typed("integer", "minimum", 0), UNKNOWN, EXPRESSION, Map.of("enum", words))));
    }

    private static Map<String, Object> layer() {
        List<Object> forms = new ArrayList<>();
        forms.add(Map.of("enum", List.copyOf(Catalogue.kinds())));
        forms.add(described("a block, alone", Map.of("type", "string")));
        forms.add(described("layers in sequence", listOf(ref("layer"))));
        Names.GROUPS.forEach(group -> forms.add(ref("group " + group)));
        Catalogue.kinds().forEach(kind -> forms.add(ref("operator " + kind)));
        forms.add(ref("named layers"));
        forms.add(ref("block"));
        return Map.of("anyOf", forms);
    }

    private static Map<String, Object> groups() {
        Map<String, Object> groups = new LinkedHashMap<>();
        groups.put("layers", group("layers", "layers in sequence", Map.of()));
        groups.put("residual", group("residual", "body(x) + shortcut(x)", Map.of("shortcut", ref("layers"))));
        List<String> joins = Catalogue.operators().stream()
                .filter(Operator::joins)
                .map(Operator::kind)
                .toList();
        Map<String, Object> join = new LinkedHashMap<>();
        join.put("join", described("how the branches come together", Map.of("enum", joins)));
        join.put("axis", described("axis along which concat lays the tensors", integer()));
        groups.put("branches", group("branches", "layers side by side", join));
        return groups;
    }

    private static Map<String, Object> group(String key, String meaning, Map<String, Object> others) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put(key, described(meaning, ref("layers")));
        keys.putAll(others);
        keys.putAll(modifiers());
        return object(keys, key.equals("branches") ? List.of(key, "join") : List.of(key));
    }

    private static Map<String, Object> operator(Operator operator) {
        Map<String, Object> keys = new LinkedHashMap<>();
        List<String> required = new ArrayList<>(List.of(operator.kind()));
        Object own = Map.of("type", "null");
        for (Argument<?> argument : operator.arguments()) {
            if (argument.usual()) {
                own = anyOf(form(argument), own);
            } else if (argument.required()) {
                required.add(argument.name());
            }
        }
        keys.put(operator.kind(), described(operator.meaning(), own));
        for (Argument<?> argument : operator.arguments()) {
            keys.put(argument.name(), described(meaning(argument), form(argument)));
        }
        keys.putAll(modifiers());
        return object(keys, required);
    }

    private static String meaning(Argument<?> argument) {
        return argument.fallbackText()
                .map(fallback -> argument.meaning() + " (default " + fallback + ")")
                .orElse(argument.meaning());
    }

    private static Map<String, Object> form(Argument<?> argument) {
        Object count = typed("integer", "minimum", 1);
        return switch (argument.form()) {
            case COUNT -> anyOf(count, EXPRESSION);
            case INTEGER -> integer();
            case INTEGERS -> anyOf(Map.of("type", "integer"), EXPRESSION, listOf(integer()));
            case NUMBER -> anyOf(Map.of("type", "number"), EXPRESSION);
            case FLAG -> anyOf(Map.of("type", "boolean"), EXPRESSION);
            case CHOICE -> anyOf(Map.of("enum", choices(argument)), EXPRESSION);
            case TEXT -> Map.of("type", "string");
            case AMOUNT -> amount();
            case AMOUNTS -> amounts(argument);
            case EXTENTS -> extents();
            case WEIGHTS ->
                anyOf(
                        typed("integer", "minimum", 0),
                        UNKNOWN,
                        EXPRESSION,
                        mapOf(anyOf(EXPRESSION, listOf(anyOf(count, EXPRESSION)))));
            case COUNTED -> anyOf(UNKNOWN, operations(argument));
            case OUTPUTS ->
                mapOf(listOf(anyOf(
                        typed("integer", "minimum", 0),
                        UNKNOWN,
                        EXPRESSION,
                        Map.of(
                                "enum",
                                DType.IN_SPECS.stream().map(DType::toString).toList()))));
            case SIZES -> {
                Object size = typed("integer", "minimum", -1);
                yield anyOf(size, EXPRESSION, listOf(anyOf(size, EXPRESSION)));
            }
            case COUNTS, PARTS, PER_AXIS -> anyOf(count, EXPRESSION, listOf(anyOf(count, EXPRESSION)));
            case PADDING -> {
                Object zeros = typed("integer", "minimum", 0);
                List<Object> forms = new ArrayList<>(List.of(zeros, EXPRESSION, listOf(anyOf(zeros, EXPRESSION))));
                if (!argument.choices().isEmpty()) {
                    forms.add(Map.of("enum", argument.choices()));
                }
                yield Map.of("anyOf", forms);
            }
        };
    }

    private static Map<String, Object> operations(Argument<?> argument) {
        Map<String, Object> kinds = new LinkedHashMap<>();
        argument.choices().forEach(kind -> kinds.put(kind, anyOf(UNKNOWN, amount())));
        return object(kinds, List.of());
    }

    private static Map<String, Object> amount() {
        return anyOf(typed("integer", "minimum", 0), EXPRESSION);
    }

    private static Map<String, Object> amounts(Argument<?> argument) {
        Map<String, Object> word = Map.of("enum", argument.choices());
        return anyOf(word, typed("integer", "minimum", 0), EXPRESSION, listOf(anyOf(word, amount())));
    }

    private static Map<String, Object> extents() {
        return anyOf(EXPRESSION, listOf(anyOf(typed("integer", "minimum", 0), UNKNOWN, EXPRESSION)));
    }

    /** YAML reads true and false as flags, whatever else a choice offers. */
    private static List<Object> choices(Argument<?> argument) {
        return argument.choices().stream()
                .map(word -> word.equals("true") || word.equals("false") ? (Object) Boolean.valueOf(word) : word)
                .toList();
    }

    /** A word that is no operator and no group may be a block, whose arguments only the tool knows. */
    private static Map<String, Object> blockCall() {
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("description", "a block with its arguments");
        call.put("type", "object");
        call.put("properties", modifiers());
        call.put("not", anyKeyOf(Stream.concat(Catalogue.kinds().stream(), Names.GROUPS.stream())));
        return call;
    }

    private static Map<String, Object> anyKeyOf(Stream<String> keys) {
        return Map.of(
                "anyOf",
                keys.map(key -> (Object) Map.of("required", List.of(key))).toList());
    }

    /** Layers in sequence in the place of one, each under its name. */
    private static Map<String, Object> namedLayers() {
        Map<String, Object> layers = new LinkedHashMap<>();
        layers.put("description", "layers in sequence, each with its name");
        layers.put("type", "object");
        layers.put("properties", modifiers());
        layers.put("additionalProperties", ref("layer"));
        layers.put("not", anyKeyOf(Names.GROUPS.stream()));
        return layers;
    }

    private static Map<String, Object> modifiers() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("name", described("part of the layer's path", NAME));
        keys.put("when", described("whether the layer exists", anyOf(Map.of("type", "boolean"), EXPRESSION)));
        keys.put(
                "repeat",
                described("how many times it is repeated", anyOf(typed("integer", "minimum", 0), EXPRESSION)));
        keys.put("for", described("lists over which it is repeated, side by side", mapOf(ref("values"))));
        keys.put("from", described("the layers whose outputs it takes; an empty list: none", names()));
        keys.put(
                "weights",
                described(
                        "the layer whose weights it takes in place of its own, or which of its weights are those of others",
                        ref("weights")));
        keys.put(
                "stored",
                described(
                        "tensors that are stored for it in another form than its operator asks for, by name: shape, dtype, and parameter, buffer or constant",
                        ref("stored")));
        keys.put(
                "unused",
                described("whether it is no mistake that nobody takes its output", Map.of("type", "boolean")));
        keys.put(
                "functional",
                described(
                        "whether the author calls functions there, and no modules, which some conventions count otherwise",
                        anyOf(Map.of("type", "boolean"), EXPRESSION)));
        return keys;
    }

    private static Map<String, Object> names() {
        return anyOf(NAME, listOf(NAME));
    }

    private static Map<String, Object> integer() {
        return anyOf(Map.of("type", "integer"), EXPRESSION);
    }
}
