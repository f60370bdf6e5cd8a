package io.archmeter.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What Spark takes for its own folder: executors are processes with the class path that is in it. The build names it in {@code SPARK_HOME}, and it
 * is made of links to the jars that tests run with.
 */
final class SparkHome {
    private SparkHome() {}

    static Path make() {
        Path home = Path.of(System.getenv("SPARK_HOME"));
        try {
            Path jars = Files.createDirectories(home.resolve("jars"));
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                Path link = jars.resolve(Path.of(entry).getFileName());
                if (entry.endsWith(".jar") && Files.notExists(link)) {
                    Files.createSymbolicLink(link, Path.of(entry).toAbsolutePath());
                }
            }
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
        return home;
    }
}
