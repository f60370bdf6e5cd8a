package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TypicalCommandsTest {
    static List<List<String>> commands() {
        return TypicalCommands.in("specs");
    }

    /** What is not answered loads the classes of problems, and not those of answers. */
    @ParameterizedTest
    @MethodSource("commands")
    void eachIsAnswered(List<String> command) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, false, StandardCharsets.UTF_8);

        int code = Main.run(command.toArray(String[]::new), stream, stream, Map.of());

        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }
}
