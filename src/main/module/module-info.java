/**
 * What a neural network costs: memory, parameters and multiply-adds of each layer, exactly, and proved by a forward pass.
 *
 * <p>What is exported is what {@link io.archmeter.Archmeter} takes and gives, and what operators of a project are made of; all else may
 * change at any time.
 */
module io.archmeter {
    requires info.picocli;
    requires org.apache.commons.csv;
    requires org.dhatim.fastexcel;
    requires org.snakeyaml.engine;
    requires tools.jackson.core;
    /* For tests of a project, which has it then. */
    requires static org.assertj.core;

    exports io.archmeter;
    exports io.archmeter.analysis;
    exports io.archmeter.assertj;
    exports io.archmeter.diff;
    exports io.archmeter.diff.align;
    exports io.archmeter.exec.kernel;
    exports io.archmeter.exec.tensor;
    exports io.archmeter.facts;
    exports io.archmeter.graph;
    exports io.archmeter.load;
    exports io.archmeter.memory;
    exports io.archmeter.metric;
    exports io.archmeter.onnx;
    exports io.archmeter.op;
    exports io.archmeter.problem;
    exports io.archmeter.snapshot;
    exports io.archmeter.spec.write;
    exports io.archmeter.training;
    exports io.archmeter.value;
    exports io.archmeter.verify;
    exports io.archmeter.weights;

    /* It reads and sets the fields of commands. */
    opens io.archmeter.cli to
            info.picocli;

    uses io.archmeter.op.OperatorProvider;
    uses io.archmeter.exec.kernel.KernelProvider;
    uses io.archmeter.sweep.part.Cluster;
}
