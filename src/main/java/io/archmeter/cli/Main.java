package io.archmeter.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.json.JsonFactory;

/** Stands in for the real command line while the build is made: touches every library, shows its arguments. */
@Command(name = "archmeter")
public final class Main implements Runnable {
    @Parameters
    private List<String> words = new ArrayList<>();

    @Option(names = "--format")
    private String format;

    @Option(names = "--output")
    private String output;

    @Option(names = "--exit")
    private int exit;

    private Main() {}

    public static void main(String[] args) {
        Main main = new Main();
        int code = new CommandLine(main).execute(args);
        System.exit(code == 0 ? main.exit : code);
    }

    @Override
    public void run() {
        try {
            String text = "name: x\nlayers: [{conv: 3}, relu]\n";
            for (String word : words) {
                System.out.println("<" + word + ">");
                if (word.endsWith(".yaml")) {
                    text = Files.readString(Path.of(word));
                }
            }
            new Compose(LoadSettings.builder().setCodePointLimit(1 << 30).build()).composeString(text);
            StringBuilder csv = new StringBuilder();
            CSVFormat.RFC4180.print(csv).printRecord("a", "b");
            try (var json =
                    new JsonFactory().createGenerator(tools.jackson.core.ObjectWriteContext.empty(), System.err)) {
                json.writeStartObject();
                json.writeEndObject();
            }
            System.err.println();
            if (output != null) {
                Files.writeString(Path.of(output), csv + String.valueOf(format));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
