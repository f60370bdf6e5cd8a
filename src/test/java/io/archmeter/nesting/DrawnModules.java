package io.archmeter.nesting;

import io.archmeter.Nodes;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.op.Activation;
import io.archmeter.op.Elementwise;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Networks whose layers a seed puts into modules, without asking whether these can be folded. */
public final class DrawnModules {
    private DrawnModules() {}

    /** Up to 60 layers that take one or two of all before them, under names of up to four parts. */
    public static NetworkFacts of(long seed) {
        Random random = new Random(seed);
        Nodes nodes = new Nodes(1, 4, 8, 8);
        Set<String> names = new HashSet<>(Set.of("input"));
        for (int layers = 1 + random.nextInt(60); layers > 0; layers--) {
            String name = name(random, names);
            if (random.nextBoolean()) {
                nodes.add(name, new Activation(Activation.Function.RELU), some(random, nodes));
            } else {
                nodes.add(name, new Elementwise(Elementwise.Function.ADD), some(random, nodes), some(random, nodes));
            }
        }
        int last = nodes.size() - 1;
        return NetworkFacts.of(random.nextBoolean() ? nodes.graph() : nodes.graph(last, last / 2), DType.FLOAT32);
    }

    /** Mostly one of the last: networks are longer than they are wide. */
    private static int some(Random random, Nodes nodes) {
        int recent = random.nextInt(4) > 0 ? Math.min(3, nodes.size()) : nodes.size();
        return nodes.size() - 1 - random.nextInt(recent);
    }

    private static String name(Random random, Set<String> names) {
        while (true) {
            StringBuilder name = new StringBuilder("m" + random.nextInt(3));
            for (int part = random.nextInt(4); part > 0; part--) {
                name.append('.').append(random.nextInt(3));
            }
            if (random.nextInt(3) > 0) {
                name.append(".layer").append(names.size());
            }
            if (names.add(name.toString())) {
                return name.toString();
            }
        }
    }
}
