package io.archmeter.report;

import io.archmeter.analysis.LargestBatch;
import io.archmeter.facts.Amount;
import io.archmeter.metric.MeasuredNetwork;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.MetricCells;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A row of a model's memory: a metric by its definition, or, for programs that read rows alone, a largest batch.
 *
 * @param batch the largest that fits into a limit; empty for a metric
 * @param more bytes of one sample more; empty for a metric
 */
record MemoryLine(String name, Cell bytes, Cell elements, Cell meaning, Cell batch, Cell more) {
    static MemoryLine of(Metric metric, MeasuredNetwork network) {
        Optional<Amount> elements = metric.elements(network);
        return new MemoryLine(
                metric.memoryName().orElseThrow(),
                MetricCells.of(metric, metric.amount(network)),
                elements.map(MetricCells::exactCount).orElse(Cell.EMPTY),
                new Cell.Text(metric.meaning()),
                Cell.EMPTY,
                Cell.EMPTY);
    }

    /** @param use what the batch is for: {@code training} */
    static MemoryLine of(String use, LargestBatch largest) {
        return new MemoryLine(
                "largest_batch_" + use,
                bytes(largest.bytes()),
                Cell.EMPTY,
                Cell.EMPTY,
                new Cell.ExactCount(largest.batch()),
                bytes(largest.more()));
    }

    private static Cell bytes(OptionalLong bytes) {
        return bytes.isPresent() ? new Cell.Bytes(bytes.getAsLong()) : Cell.EMPTY;
    }
}
