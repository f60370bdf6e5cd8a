package io.archmeter.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A build by the Maven that runs this one, with the plugin as the manual has it. Its repository is new and takes what is missing from that
 * of this build, which has all that the jar needs: it reaches no network.
 */
@DisabledOnOs(OS.WINDOWS)
class CheckGoalIT {
    private static final Path HERE = Path.of(System.getProperty("project.basedir"));
    private static final Path OVER = HERE.resolve("src/test/resources/readme/project");
    private static final Pattern PLUGIN = Pattern.compile("(?s)```xml\n.*?(<plugin>.*?</plugin>)\n```");

    private static final String SETTINGS = """
            <settings>
              <profiles>
                <profile>
                  <id>this-build</id>
                  <repositories><repository>%s</repository></repositories>
                  <pluginRepositories><pluginRepository>%s</pluginRepository></pluginRepositories>
                </profile>
              </profiles>
              <activeProfiles><activeProfile>this-build</activeProfile></activeProfiles>
            </settings>
            """;

    private static final String REPOSITORY = """
            <id>central</id><url>%s</url><releases><checksumPolicy>ignore</checksumPolicy></releases>
            """;

    private static final String POM = """
            <project>
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.example</groupId>
              <artifactId>models</artifactId>
              <version>1</version>
              <packaging>pom</packaging>
              <build><plugins>%s</plugins></build>
            </project>
            """;

    @TempDir
    Path temporary;

    @Test
    void aModelOverItsBudgetFailsABuildByMaven() throws Exception {
        Path project = Files.createDirectory(temporary.resolve("project"));
        for (String file : List.of("archmeter-budget.yaml", "archmeter-baseline.json", "classifier.yaml")) {
            Files.copy(OVER.resolve(file), project.resolve(file));
        }
        Files.writeString(project.resolve("pom.xml"), POM.replace("%s", pluginOfTheManual()));
        install();

        String log = failingBuild(project);

        assertThat(log)
                .contains("Failed to execute goal io.archmeter:archmeter:")
                .contains("[ERROR] broken  parameters in total: at most +10%             1,070,794    599,607")
                .contains("[ERROR] 1 of 1 model is over budget: 1 limit broken, 7 kept");
        assertThat(project.resolve("target/archmeter.sarif")).isNotEmptyFile();
        assertThat(project.resolve("target/archmeter-junit.xml")).isNotEmptyFile();
    }

    private static String pluginOfTheManual() throws IOException {
        Matcher plugin = PLUGIN.matcher(Files.readString(HERE.resolve("src/site/markdown/budgets.md")));
        assertThat(plugin.find()).isTrue();
        return plugin.group(1);
    }

    /** Puts the jar into the repository of the build, as {@code mvn install} does. */
    private void install() throws Exception {
        String version = GoalDescriptor.read().text("version");
        Path folder = Files.createDirectories(temporary.resolve("repository/io/archmeter/archmeter/" + version));
        String name = "archmeter-" + version;
        Files.copy(Path.of(System.getProperty("archmeter.library")), folder.resolve(name + ".jar"));
        Files.copy(HERE.resolve("pom.xml"), folder.resolve(name + ".pom"));
    }

    private String failingBuild(Path project) throws Exception {
        String repository = REPOSITORY.replace(
                "%s", Path.of(System.getProperty("maven.repository")).toUri().toString());
        Path settings = Files.writeString(temporary.resolve("settings.xml"), SETTINGS.replace("%s", repository));
        File log = temporary.resolve("log").toFile();
        ProcessBuilder maven = new ProcessBuilder(
                        Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                        "--batch-mode",
                        "--no-transfer-progress",
                        "--settings",
                        settings.toString(),
                        "-Dmaven.repo.local=" + temporary.resolve("repository"),
                        "verify")
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log);
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        maven.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        Process build = maven.start();
        assertThat(build.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(build.exitValue()).as(Files.readString(log.toPath())).isEqualTo(1);
        return Files.readString(log.toPath());
    }
}
