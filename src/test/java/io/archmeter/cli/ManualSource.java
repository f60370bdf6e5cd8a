package io.archmeter.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** Writes a page of the manual for each command, as AsciiDoc, of which the build makes pages for {@code man}. */
public final class ManualSource {
    private ManualSource() {}

    /** @param args the folder to write to */
    public static void main(String[] args) throws IOException {
        File folder = new File(args[0]);
        Files.createDirectories(folder.toPath());
        CommandSpec all =
                Commands.all(Console.of(System.out, System.err, Map.of())).getCommandSpec();
        int failed = ManPageGenerator.generateManPage(folder, null, new boolean[0], true, all);
        if (failed != 0) {
            throw new IOException("no pages could be written to " + folder);
        }
    }
}
