package io.archmeter.onnx.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths of modules in what exporters write. */
final class ModulePaths {
    /** A text in Python's list of texts. */
    private static final Pattern ITEM = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

    /** What PyTorch's exporter puts in front of modules in a branch. */
    private static final String EXPORTED = "_export_root";

    private static final Pattern INLINED = Pattern.compile("^.*__Inline_\\d+__");

    private static final Pattern GENERATED = Pattern.compile(
            "\\d+|_?val_\\d+|_v_\\d+|n\\d+|node_\\w+|.*__\\d+(:\\d+)?|.*const_fold_opt.*|.*Constant(_\\d+)?(_output_0)?");

    private static final Pattern UNREADABLE = Pattern.compile("[\\s:;/]+");

    private static final Pattern DOTS = Pattern.compile("\\.{2,}");

    private static final Pattern OUTER = Pattern.compile("^[._]*\\.|\\.+$");

    /** Between words of which the next begins with a capital letter. */
    private static final Pattern NEXT_WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z][a-z])|(?<=[a-z])(?=[A-Z])");

    private static final String CALLED = "StatefulPartitionedCall/";

    private ModulePaths() {}

    /**
     * From {@code pkg.torch.onnx.name_scopes}: {@code ['', 'layer1', 'layer1.0', 'layer1.0.relu', 'relu_2']}, of which the last is the
     * operation, and the last but one the path of its module.
     */
    static Optional<ModulePlace> scopes(String list, String own) {
        List<String> items = new ArrayList<>();
        Matcher matcher = ITEM.matcher(list);
        while (matcher.find()) {
            items.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        if (items.isEmpty()) {
            return Optional.empty();
        }
        String module = items.size() < 2 ? "" : items.get(items.size() - 2);
        if (module.startsWith(EXPORTED)) {
            module = module.substring(EXPORTED.length());
        }
        boolean made = module.startsWith("_empty_nn_module");
        String call = items.get(items.size() - 1);
        return Optional.of(new ModulePlace(made ? "" : readable(module), call.startsWith("_") ? "" : call, own));
    }

    /** From {@code /layer1/layer1.0/relu/Relu}: the last part is the operator; parts of containers begin with the part before. */
    static Optional<ModulePlace> slashes(String written, String own) {
        String name = withoutInlining(written);
        if (!name.startsWith("/")) {
            return Optional.empty();
        }
        List<String> path = new ArrayList<>();
        String before = "";
        String[] parts = name.substring(1).split("/", -1);
        for (int part = 0; part < parts.length - 1; part++) {
            if (!before.isEmpty() && parts[part].startsWith(before + ".")) {
                path.set(path.size() - 1, parts[part]);
            } else if (!parts[part].isBlank()) {
                path.add(parts[part]);
            }
            before = parts[part];
        }
        return Optional.of(new ModulePlace(readable(String.join(".", path)), "", own));
    }

    /**
     * From a path of TensorFlow, {@code model/block/conv/Conv2D:0}, and from others with slashes. A last part that begins with a capital
     * letter is an operator. Of several paths in one, as for layers that were fused, the first counts.
     */
    static Optional<ModulePlace> path(String written, String own) {
        String name = WeightNames.OUTPUT.matcher(withoutInlining(written)).replaceFirst("");
        if (name.startsWith(CALLED)) {
            name = name.substring(CALLED.length());
        }
        name = first(name);
        int slash = name.lastIndexOf('/');
        if (slash <= 0) {
            return Optional.empty();
        }
        String last = name.substring(slash + 1);
        String module = name.substring(0, slash);
        boolean operator = last.isEmpty() || Character.isUpperCase(last.charAt(0));
        boolean doubled = module.substring(module.lastIndexOf('/') + 1).startsWith(last);
        String path = operator || doubled ? module : name;
        return Optional.of(new ModulePlace(dotted(path), "", own));
    }

    private static String first(String name) {
        int semicolon = name.indexOf(';');
        String one = semicolon > 0 ? name.substring(0, semicolon) : name;
        int slash = one.indexOf('/');
        int again = slash > 0 ? one.indexOf("_" + one.substring(0, slash + 1), slash) : -1;
        return again > 0 ? one.substring(0, again) : one;
    }

    /** The module of a stored tensor: {@code layer1.0.conv1} of {@code layer1.0.conv1.weight}. */
    static Optional<String> ofWeight(String stored) {
        String name = withoutInlining(stored);
        int dot = name.lastIndexOf('.');
        boolean dotted = dot > 0 && dot < name.length() - 1 && name.indexOf('/') < 0 && !isGenerated(name);
        return dotted ? Optional.of(readable(name.substring(0, dot))) : Optional.empty();
    }

    /** Whether an exporter made a name up: {@code onnx::Conv_193}, {@code val_44}, {@code Conv__220}, {@code 17}. */
    static boolean isGenerated(String name) {
        return name.isBlank()
                || name.startsWith("onnx::")
                || GENERATED.matcher(name).matches();
    }

    /** A name without what an inliner of functions put in front. */
    static String withoutInlining(String name) {
        return INLINED.matcher(name).replaceFirst("");
    }

    /** A path with slashes as one with dots. */
    static String dotted(String path) {
        return readable(path.replace('/', '.'));
    }

    /** Parts with dots between them, none of which is empty, and nothing in them that cannot be read. */
    static String readable(String path) {
        String joined = UNREADABLE.matcher(path).replaceAll("_");
        return OUTER.matcher(DOTS.matcher(joined).replaceAll(".")).replaceAll("");
    }

    /** As parts of paths are written: {@code global_average_pool}. */
    static String words(String operator) {
        return NEXT_WORD
                .matcher(operator.replace("MatMul", "Matmul"))
                .replaceAll("_")
                .toLowerCase(Locale.ROOT);
    }
}
