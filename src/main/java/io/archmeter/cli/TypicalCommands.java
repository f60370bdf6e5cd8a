package io.archmeter.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What people run. The launcher runs it once, so that Java archives the classes that this takes: which ones they are nobody
 * has to write down.
 */
public final class TypicalCommands {
    private TypicalCommands() {}

    /** @param args the folder of the bundled specs, as files */
    public static void main(String[] args) {
        Console.ofProcess();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        for (List<String> command : in(args[0])) {
            Main.run(command.toArray(String[]::new), nowhere, nowhere, Map.of());
        }
    }

    /** The command lines; each of them answers. */
    static List<List<String>> in(String specs) {
        String spec = specs + "/resnet.yaml#resnet50";
        return List.of(
                List.of("compare", "alexnet", "vgg16", "googlenet", "resnet50"),
                List.of("analyze", spec),
                List.of("analyze", "googlenet", "--format", "csv"),
                List.of("analyze", "resnet50", "--input", "3x256x256", "--format", "json"),
                List.of("memory", spec, "--batch", "8"),
                List.of("roofline", "resnet18", "--device", "t4"),
                List.of("grow", "alexnet", "--over", "batch"),
                List.of("explain", "alexnet", "features.0"),
                List.of("parameters", "vgg16"),
                List.of("diff", "resnet18", spec),
                List.of("list"),
                List.of("--help"));
    }
}
