package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;

/**
 * A jar that is to the launcher what Archmeter's is: it has the same two programs, and they repeat their arguments. Java archives its few
 * classes in a tenth of the time.
 */
final class StandInJar {
    private static final String SOURCE = """
            package io.archmeter.cli;

            class Main {
                public static void main(String[] args) {
                    System.out.print("stand-in");
                    for (String arg : args) {
                        System.out.print(" ".concat(arg));
                    }
                    System.out.println();
                }
            }

            class TypicalCommands {
                public static void main(String[] args) {
                    Main.main(args);
                }
            }
            """;

    private StandInJar() {}

    /** Makes it. */
    static void write(Path jar, Path workshop) throws IOException {
        Path source = Files.writeString(workshop.resolve("Main.java"), SOURCE);
        Path classes = workshop.resolve("classes");
        use("javac", "-d", classes.toString(), source.toString());
        use("jar", "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
    }

    private static void use(String tool, String... args) {
        int code = ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, args);
        assertThat(code).as(tool).isZero();
    }
}
