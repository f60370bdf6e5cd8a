package io.archmeter.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

/** The descriptor is written by hand: it has to say what the class has. */
class GoalDescriptorTest {
    @Test
    void itNamesTheGoalOfThisVersion() throws Exception {
        GoalDescriptor descriptor = GoalDescriptor.read();

        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<version>" + descriptor.text("version") + "</version>\n  <packaging>");
        assertThat(descriptor.text("groupId")).isEqualTo("io.archmeter");
        assertThat(descriptor.text("artifactId")).isEqualTo("archmeter");
        assertThat(descriptor.text("goalPrefix") + ":" + descriptor.text("goal"))
                .isEqualTo("archmeter:check");
        assertThat(descriptor.text("phase")).isEqualTo("verify");
        assertThat(descriptor.text("threadSafe")).isEqualTo("true");
    }

    @Test
    void itsParametersAreTheFields() throws Exception {
        Map<String, String> fields = Arrays.stream(CheckMojo.class.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .collect(Collectors.toMap(
                        Field::getName, field -> field.getType().getName()));

        assertThat(GoalDescriptor.read().parameters()).isEqualTo(fields);
    }

    /** The folder is that of the project which runs the goal, and not the one that this was built in. */
    @Test
    void eachParameterIsAPropertyToo() throws Exception {
        assertThat(GoalDescriptor.read().values())
                .isEqualTo(Map.of(
                        "folder", "${basedir}",
                        "budgets", "${archmeter.budgets}",
                        "baseline", "${archmeter.baseline}",
                        "also", "${archmeter.also}",
                        "failOnViolation", "true ${archmeter.failOnViolation}",
                        "skip", "false ${archmeter.skip}"));
    }

    @Test
    void whatIsNotGivenIsWhatItSays() throws Exception {
        CheckMojo goal = GoalDescriptor.read().goal(new File("somewhere"), Map.of(), new SystemStreamLog());

        assertThat(goal)
                .extracting("budgets", "baseline", "also", "failOnViolation", "skip")
                .isEqualTo(List.of(List.of(), "", List.of(), true, false));
    }
}
