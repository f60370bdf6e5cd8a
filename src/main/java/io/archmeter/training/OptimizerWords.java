package io.archmeter.training;

import io.archmeter.problem.Vocabulary;
import java.util.Map;
import java.util.TreeMap;

/**
 * What other tools call optimizers. For an optimizer that is missing here, one that keeps something else is never offered.
 *
 * @since 0.2.0
 */
public final class OptimizerWords {
    /** The words of optimizers, as {@link Vocabulary} holds them. */
    public static final Vocabulary VOCABULARY = new Vocabulary(
            Map.of("nesterov", "momentum", "sgdm", "momentum"),
            missing(
                    "adadelta",
                    "adafactor",
                    "adagrad",
                    "adam8bit",
                    "adamax",
                    "asgd",
                    "lamb",
                    "lars",
                    "lbfgs",
                    "lion",
                    "muon",
                    "nadam",
                    "radam",
                    "rmsprop",
                    "rprop",
                    "sparseadam"));

    private OptimizerWords() {}

    private static Map<String, String> missing(String... optimizers) {
        Map<String, String> advice = new TreeMap<>();
        for (String optimizer : optimizers) {
            advice.put(optimizer, "archmeter has no " + optimizer + " yet; it has sgd, momentum, adam, adamw and none");
        }
        return advice;
    }
}
