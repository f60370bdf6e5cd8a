package io.archmeter.cli;

import java.util.List;
import java.util.Optional;

/** All commands by their names; only the one that is called is loaded. */
final class Commands {
    static final List<String> NAMES = List.of(
            "analyze",
            "compare",
            "explain",
            "memory",
            "parameters",
            "verify",
            "diff",
            "check",
            "baseline",
            "convert",
            "list",
            "schema");

    private Commands() {}

    static Optional<Command> find(String name) {
        return switch (name) {
            case "analyze" -> Optional.of(new AnalyzeCommand());
            case "compare" -> Optional.of(new CompareCommand());
            case "explain" -> Optional.of(new ExplainCommand());
            case "memory" -> Optional.of(new MemoryCommand());
            case "parameters" -> Optional.of(new ParametersCommand());
            case "verify" -> Optional.of(new VerifyCommand());
            case "diff" -> Optional.of(new DiffCommand());
            case "check" -> Optional.of(new CheckCommand());
            case "baseline" -> Optional.of(new BaselineCommand());
            case "convert" -> Optional.of(new ConvertCommand());
            case "list" -> Optional.of(new ListCommand());
            case "schema" -> Optional.of(new SchemaCommand());
            default -> Optional.empty();
        };
    }

    static List<Command> all() {
        return NAMES.stream().map(name -> find(name).orElseThrow()).toList();
    }
}
