package io.archmeter.cli;

import io.archmeter.Archmeter;
import io.archmeter.Model;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.spec.LoadOptions;
import java.util.ArrayList;
import java.util.List;

/** Several models at once. */
final class Models {
    private Models() {}

    /** Loads all of them; what is wrong with any is said together. */
    static List<Model> load(List<String> references, LoadOptions options) {
        List<Model> models = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (String reference : references) {
            try {
                models.add(Archmeter.load(reference, options));
            } catch (ProblemException unusable) {
                problems.addAll(unusable.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems.stream().distinct().toList());
        }
        return models;
    }
}
