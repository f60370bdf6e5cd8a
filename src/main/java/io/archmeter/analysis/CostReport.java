package io.archmeter.analysis;

import io.archmeter.facts.Amount;
import io.archmeter.facts.Cost;
import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.value.LayerPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a network costs, layer by layer and in total.
 *
 * @param model its name
 * @param title one line about it, may be empty
 * @param notes what is to be said beside its figures
 * @param inputs what it is given
 * @param outputs what it puts out, the main one first
 * @param type what an element of a tensor is stored as
 * @param training whether the outputs beside the main one are counted
 * @param layers in the order of execution
 * @param receptiveField what one element of the main output sees
 * @param positions the axes of the first input along which it has positions: H and W of N×C×H×W, T of N×T×C
 * @since 0.1.0
 */
public record CostReport(
        String model,
        String title,
        List<String> notes,
        List<Value> inputs,
        List<Value> outputs,
        DType type,
        boolean training,
        List<LayerCost> layers,
        Cost total,
        Optional<ReceptiveField> receptiveField,
        List<Integer> positions) {

    public CostReport {
        notes = List.copyOf(notes);
        positions = List.copyOf(positions);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        layers = List.copyOf(layers);
    }

    /** The shape of what it is given first, batch in front. */
    public Shape input() {
        return inputs.get(0).shape();
    }

    /** The same network, of which something else is said. */
    public CostReport with(List<LayerCost> otherLayers, Cost otherTotal, List<String> otherNotes) {
        return new CostReport(
                model,
                title,
                otherNotes,
                inputs,
                outputs,
                type,
                training,
                otherLayers,
                otherTotal,
                receptiveField,
                positions);
    }

    /** Where comes what is not known of the layers, in their order. */
    public List<String> origins() {
        List<String> origins = List.of();
        for (LayerCost layer : layers) {
            origins = Amount.together(origins, layer.cost().origins());
        }
        return origins;
    }

    /**
     * The same report with one row for each module {@code depth} levels below the top; layers that lie higher keep their
     * rows. A module stands where its first layer stands.
     */
    public CostReport folded(int depth) {
        Map<String, List<LayerCost>> modules = new LinkedHashMap<>();
        for (LayerCost layer : layers) {
            modules.computeIfAbsent(new LayerPath(layer.name()).atDepth(depth), name -> new ArrayList<>())
                    .add(layer);
        }
        List<LayerCost> rows = new ArrayList<>();
        modules.forEach((name, members) -> rows.add(fold(name, members)));
        return with(rows, total, notes);
    }

    /**
     * The same network with the rows of some operators; its total is still that of all.
     *
     * @param operators their kinds; none for all
     */
    public CostReport only(Set<String> operators) {
        return operators.isEmpty()
                ? this
                : with(
                        layers.stream()
                                .filter(layer -> operators.contains(layer.operator()))
                                .toList(),
                        total,
                        notes);
    }

    /** The costs of the rows that belong together, in the order in which the groups begin. */
    public List<Share> by(Grouping grouping) {
        Map<String, Share> groups = new LinkedHashMap<>();
        for (LayerCost layer : layers) {
            groups.merge(grouping.label(layer), new Share(grouping.label(layer), 1, layer.cost()), Share::plus);
        }
        return List.copyOf(groups.values());
    }

    /** Rows as one: the row itself, or that of their module. */
    static LayerCost fold(String name, List<LayerCost> members) {
        LayerCost first = members.get(0);
        if (members.size() == 1) {
            return first;
        }
        LayerCost last = members.get(members.size() - 1);
        Cost sum = Cost.sum(members.stream().map(LayerCost::cost).toList());
        List<String> weightsOf = new ArrayList<>();
        for (LayerCost member : members) {
            member.weightsOf().stream()
                    .filter(module -> !weightsOf.contains(module))
                    .forEach(weightsOf::add);
        }
        return new LayerCost(
                name, Optional.empty(), first.inputs(), last.outputs(), sum, weightsOf, last.receptiveField());
    }
}
