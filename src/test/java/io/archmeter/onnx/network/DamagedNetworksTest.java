package io.archmeter.onnx.network;

import static org.assertj.core.api.Assertions.fail;

import io.archmeter.analysis.Analyzer;
import io.archmeter.analysis.Explanation;
import io.archmeter.analysis.MemoryReport;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.memory.MemoryPlanner;
import io.archmeter.onnx.file.Damage;
import io.archmeter.onnx.file.OnnxFiles;
import io.archmeter.onnx.infer.Bindings;
import io.archmeter.problem.ProblemException;
import io.archmeter.training.Optimizer;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A damaged file is analyzed, or ends in a problem. {@code -Darchmeter.damaged=200000 -Darchmeter.seed=7} looks at more, or at others; what it
 * finds is printed with its seed.
 */
class DamagedNetworksTest {
    private static final int FILES = Integer.getInteger("archmeter.damaged", 2_000);
    private static final long SEED = Long.getLong("archmeter.seed", 1);

    /** Damage does not make a network larger than this, and without an end its table would be most of the work. */
    private static final int LARGEST_FILE = 20_000;

    @Test
    void endsInFiguresOrInAProblem() {
        List<byte[]> files = OnnxFiles.names().stream()
                .map(OnnxFiles::bytes)
                .filter(file -> file.length < LARGEST_FILE)
                .collect(Collectors.toList());
        for (int number = 0; number < FILES; number++) {
            long seed = SEED * 1_000_003 + number;
            Random random = new Random(seed);
            byte[] file = Damage.of(files.get(random.nextInt(files.size())), files, random);
            try {
                analyze(file);
            } catch (ProblemException said) {
                // as it should
            } catch (RuntimeException | StackOverflowError thrown) {
                fail("seed " + seed, thrown);
            }
        }
    }

    private static void analyze(byte[] file) {
        Graph graph = OnnxNetwork.graph(OnnxFiles.read(file, "damaged.onnx"), Bindings.NONE, false);
        NetworkFacts facts = NetworkFacts.of(graph, DType.FLOAT32);
        Analyzer.analyze(facts, false);
        Explanation.of(facts, false);
        MemoryPlanner.plan(facts, false);
        MemoryReport.of(facts, Optimizer.ADAM);
    }
}
