package io.archmeter.analysis;

import io.archmeter.value.LayerPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of a report, or a module with the sum of what lies in it. Modules stand where their first layer stands; a module of one layer is no
 * more than that layer.
 *
 * @param label what its path has beyond that of the module around it: {@code conv1} of {@code layer1.0.conv1}
 * @param cost its own row; of a module the sum of its layers
 * @param children what lies in it, in the order of execution; none of a layer
 * @since 0.2.0
 */
public record CostTree(String label, LayerCost cost, List<CostTree> children) {
    /** Paths that go on beyond this are whole names; none that a person has written does. */
    private static final int DEEPEST = 100;

    public CostTree {
        children = List.copyOf(children);
    }

    /** The modules and layers at the top of a network. */
    public static List<CostTree> of(CostReport report) {
        return below("", 1, report.layers());
    }

    public boolean isModule() {
        return !children.isEmpty();
    }

    /** The path of the layer or the module. */
    public String path() {
        return cost.name();
    }

    /** How many rows of the report it is or has. */
    public long rows() {
        return isModule() ? children.stream().mapToLong(CostTree::rows).sum() : 1;
    }

    private static List<CostTree> below(String module, int depth, List<LayerCost> layers) {
        Map<String, List<LayerCost>> groups = new LinkedHashMap<>();
        for (LayerCost layer : layers) {
            String group = depth > DEEPEST ? layer.name() : new LayerPath(layer.name()).atDepth(depth);
            groups.computeIfAbsent(group, name -> new ArrayList<>()).add(layer);
        }
        List<CostTree> trees = new ArrayList<>();
        groups.forEach((path, members) -> {
            LayerCost row = CostReport.fold(path, members);
            List<CostTree> children = members.size() == 1 ? List.of() : below(path, depth + 1, members);
            trees.add(new CostTree(labelOf(row.name(), module), row, children));
        });
        return trees;
    }

    private static String labelOf(String path, String module) {
        boolean goesOn = !module.isEmpty() && path.length() > module.length() + 1;
        return goesOn ? path.substring(module.length() + 1) : path;
    }
}
