package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.onnx.file.WrittenNetwork;
import io.archmeter.problem.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A name that others chose is text on a page, wherever it stands: never an element, never a script. */
class HostilePagesTest {
    private static final List<String> OF_MODELS =
            List.of("analyze", "compare", "explain", "memory", "parameters", "verify", "inputs", "grow");

    @TempDir
    Path temporary;

    /** Without blanks, which the file of the test takes for the end of a name. */
    static List<String> names() {
        return List.of(
                "<script>alert(1)</script>",
                "\"><img/src=x/onerror=alert(1)>",
                "'/onmouseover='alert(1)",
                "]]></style><script>alert(1)</script>",
                "--><script>alert(1)</script><!--",
                "&lt;script&gt;&quot;&#60;",
                "\u202Egpj.\u2066exe",
                "\u0000\u0008\u001B[2J",
                "${alert(1)}`\\u003cscript\\u003e",
                "-=@+cmd|'/C'!A0",
                "\uD83D\uDC69\u200D\uD83D\uDCBB\uD800",
                "層".repeat(1_000));
    }

    @ParameterizedTest
    @MethodSource("names")
    void asALayerOfAFile(String name) throws IOException {
        String layer = name.replace("\uD800", "");
        Path file = Files.write(
                temporary.resolve("model.onnx"),
                new WrittenNetwork()
                        .input("x", 1, 4)
                        .stored(layer + ".weight", 0.5F, 4, 4)
                        .node("MatMul", "x " + layer + ".weight", layer)
                        .node("Relu", layer, "y")
                        .output("y")
                        .bytes());

        for (String command : OF_MODELS) {
            PageRules.requireHold(page(command, file.toString()));
        }
        assertThat(PageRules.requireHold(page("parameters", file.toString())).text())
                .contains(Visible.of(layer.replace('/', '.').replace(';', '_')));
    }

    @ParameterizedTest
    @MethodSource("names")
    void asTheTitleOfAModelAndTheNameOfItsFile(String name) throws IOException {
        String file = spec(name, "relu");

        for (String command : OF_MODELS) {
            PageRules.requireHold(page(command, file));
        }
        assertThat(PageRules.requireHold(page("analyze", file)).text()).contains(Visible.of(text(name)));
        PageRules.requireHold(page("diff", file, spec(name, "sigmoid")));
        PageRules.requireHold(page("compare", file, file, "--by", "layer"));
        PageRules.requireHold(page("reconcile", file, "100"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void asAModelAndALayerOfABudget(String name) throws IOException {
        Path model = Path.of(spec(name, "relu"));
        Path budget = Files.writeString(model.resolveSibling("budget.yaml"), """
                budgets:
                  - {models: "*.yaml", limits: {output_bytes: 1, layers: 9}, layers: {"*": {output_bytes: 1}}}
                """);

        Cli checked = Cli.run("check", budget.toString(), "--format", "html");

        assertThat(checked.code()).isEqualTo(1);
        assertThat(PageRules.requireHold(checked.out()).text()).contains("1 model is over budget");
    }

    /** A spec whose title, and whose file as far as a file can be called so, has the name. */
    private String spec(String name, String activation) throws IOException {
        String text = text(name);
        Path folder = Files.createDirectories(temporary.resolve(activation));
        String file = text.replace('/', '_').replace('#', '_');
        return Files.writeString(
                        folder.resolve(file.substring(0, Math.min(40, file.length())) + ".yaml"),
                        """
                        title: %s
                        input: [2, 4, 4]
                        layers:
                          first: {conv: 2, kernel: 1}
                          second: [{%s: }, {conv: 3, kernel: 1}]
                        """.formatted(quoted(text), activation))
                .toString();
    }

    /** Neither controls nor halves of pairs belong to a text of YAML. */
    private static String text(String name) {
        return name.replace("\uD800", "")
                .codePoints()
                .filter(point -> !Character.isISOControl(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** In quotes of YAML, with a code for all that stands outside of ASCII. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c >= ' ' && c < 0x7F) {
                quoted.append(c);
            } else {
                quoted.append("\\u").append(String.format("%04x", (int) c));
            }
        }
        return quoted.append('"').toString();
    }

    private static String page(String command, String... args) {
        String[] all = new String[args.length + 3];
        all[0] = command;
        System.arraycopy(args, 0, all, 1, args.length);
        all[args.length + 1] = "--format";
        all[args.length + 2] = "html";
        Cli answer = Cli.run(all);
        assertThat(answer.err()).isEmpty();
        return answer.out();
    }
}
