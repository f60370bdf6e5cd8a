package io.archmeter.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The models that a command is about. */
final class ModelArguments {
    @Parameters(
            paramLabel = "MODEL",
            arity = "1..*",
            completionCandidates = BundledNames.class,
            description = ModelOptions.MODELS)
    private List<String> references = new ArrayList<>();

    List<String> references() {
        return references;
    }
}
