package io.archmeter.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paths in a revision start from where the command runs, as all others do. */
class RevisionIT {
    private static final String SPEC = "input: [3, 8, 8]\nlayers:\n  conv: {conv: 4, kernel: 3}\n";

    @TempDir
    Path temporary;

    @Test
    void aPathStartsFromTheCurrentFolder() throws Exception {
        Project project = Project.in(temporary)
                .has("specs/small.yaml", SPEC)
                .commits("first")
                .has("specs/small.yaml", SPEC.replace("conv: 4", "conv: 5"));
        PackagedJar below = PackagedJar.in(project.folder().resolve("specs"));

        // A channel more has 3·3·3 weights and a bias.
        project.runs("diff", "git:HEAD:specs/small.yaml", "specs/small.yaml").ends(0, "+28");
        below.run("diff", "git:HEAD:small.yaml", "small.yaml").ends(0, "+28");
        below.run("analyze", "git:HEAD:../specs/small.yaml", "--format", "csv")
                .ends(0, "conv,conv,1x3x8x8,1x4x6x6,112");
        below.run("analyze", "git:HEAD:specs/small.yaml").refuses("git:HEAD:specs/small.yaml: error: [missing-file]");
    }

    @Test
    void problemsHaveTheirPlacesInTheRevision() throws Exception {
        Project project = Project.in(temporary)
                .has("small.yaml", SPEC.replace("kernel: 3", "kernal: 3"))
                .commits("first");
        project.runs("analyze", "git:HEAD:small.yaml").refuses("git:HEAD:small.yaml:3:19: error: [unknown-key]");
    }

    @Test
    void aFolderWithoutARepositoryIsSaid() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("folder"));
        Files.writeString(folder.resolve("small.yaml"), SPEC);
        PackagedJar.in(folder).run("analyze", "git:HEAD:small.yaml").refuses("git:HEAD:small.yaml: error: [no-");
    }
}
