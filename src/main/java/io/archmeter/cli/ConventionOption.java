package io.archmeter.cli;

import io.archmeter.convention.Convention;
import io.archmeter.convention.file.Conventions;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** As whom else to count. */
final class ConventionOption {
    @Option(
            names = "--convention",
            paramLabel = "NAME",
            split = ",",
            description =
                    "count as a tool or lecture does, too: a name from 'archmeter conventions', or a file; several with commas")
    private List<String> names = new ArrayList<>();

    boolean given() {
        return !names.isEmpty();
    }

    /** The conventions that are given. */
    List<Convention> conventions() {
        return Conventions.find(names);
    }
}
