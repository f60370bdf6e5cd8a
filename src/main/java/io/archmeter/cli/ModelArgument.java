package io.archmeter.cli;

import picocli.CommandLine.Parameters;

/** The one model that a command is about. */
final class ModelArgument {
    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            completionCandidates = BundledNames.class,
            description = ModelOptions.MODEL)
    private String reference = "";

    String reference() {
        return reference;
    }
}
