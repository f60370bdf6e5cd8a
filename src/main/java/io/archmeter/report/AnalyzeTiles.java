package io.archmeter.report;

import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.Depth;
import io.archmeter.facts.Amount;
import io.archmeter.facts.Cost;
import io.archmeter.facts.CostPart;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.memory.MemoryPlan;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.document.Tile;
import java.util.ArrayList;
import java.util.List;

/** The figures that a page of a network begins with: in large as people say them, and below to the last digit. */
final class AnalyzeTiles {
    private AnalyzeTiles() {}

    /** @param report all layers of the network, not folded */
    static List<Tile> of(CostReport report, NetworkFacts network, MemoryPlan memory) {
        Cost total = report.total();
        Amount buffers = total.amount(CostPart.BUFFERS);
        List<Tile> tiles = new ArrayList<>();
        tiles.add(count(
                "parameters",
                total.amount(CostPart.PARAMETERS),
                buffers.equals(Amount.ZERO) ? List.of() : List.of("buffers " + Quantities.inFull(buffers))));
        tiles.add(count(
                "multiply-adds",
                total.amount(CostPart.MULTIPLY_ADDS),
                List.of("effective " + Quantities.inFull(total.amount(CostPart.EFFECTIVE_MULTIPLY_ADDS)))));
        for (String convention : CountedColumns.names(total)) {
            tiles.add(count(convention, total.counted().get(convention), List.of()));
        }
        tiles.add(bytes("weight memory", total.amount(CostPart.WEIGHT_BYTES), List.of("parameters and buffers")));
        tiles.add(bytes("output memory", total.amount(CostPart.OUTPUT_BYTES), List.of("all outputs together")));
        tiles.add(bytes(
                "peak memory", memory.most(), List.of("at " + memory.peak().layer())));
        tiles.add(bytes("arena", memory.arena(), List.of("one buffer for all")));
        tiles.add(new Tile(
                "layers",
                new Cell.ExactCount(report.layers().size()),
                List.of("depth " + Quantities.inFull(Depth.of(network)))));
        report.receptiveField()
                .filter(field -> !field.axes().isEmpty())
                .ifPresent(field -> tiles.add(new Tile(
                        "receptive field", new Cell.Field(report.receptiveField()), List.of("of the output"))));
        return tiles;
    }

    private static Tile count(String label, Amount amount, List<String> others) {
        return new Tile(label, MetricCells.count(amount), both(Quantities.inFull(amount), others));
    }

    private static Tile bytes(String label, Amount amount, List<String> others) {
        return new Tile(label, MetricCells.bytes(amount), both(Quantities.inFull(amount) + " bytes", others));
    }

    private static List<String> both(String first, List<String> others) {
        List<String> lines = new ArrayList<>(List.of(first));
        lines.addAll(others);
        return lines;
    }
}
