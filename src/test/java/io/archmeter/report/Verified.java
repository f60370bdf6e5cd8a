package io.archmeter.report;

import io.archmeter.WrittenModel;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.verify.Planted;
import io.archmeter.verify.Progress;
import io.archmeter.verify.Verification;
import io.archmeter.verify.Verifier;

/** Verifications of a small model: its convolution puts out 3·3·3 elements with windows of 2·3·2 taps: 324, of which 72 fall on padding. */
final class Verified {
    static final Graph SMALL = WrittenModel.of("""
            name: small
            input: [2, 5, 4]
            layers:
              conv: {conv: 3, kernel: [3, 2], stride: [2, 1], padding: [1, 0, 1, 0]}
              relu: relu
              flatten: flatten
              fc: {linear: 7}
            """).graph();

    static final Verification FINE = verify(SMALL);

    /** Its relu is said to put out 36 elements, which flatten passes on, and puts out 27. */
    static final Verification STOPPED = verify(Planted.output(SMALL, "relu", 1, 3, 3, 4));

    static Verification verify(Graph graph) {
        return Verifier.verify(NetworkFacts.of(graph, DType.FLOAT32), Verifier.Options.DEFAULT, Progress.NONE);
    }

    private Verified() {}
}
