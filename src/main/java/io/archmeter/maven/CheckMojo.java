package io.archmeter.maven;

import io.archmeter.budget.file.UsualBudget;
import io.archmeter.cli.Main;
import io.archmeter.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * The goal {@code archmeter:check}: it runs the command {@code archmeter check}, so that both say the same. What Maven puts into its fields
 * is listed in {@code META-INF/maven/plugin.xml}.
 */
public final class CheckMojo extends AbstractMojo {
    /** What the command ends with where all limits are kept, and where one is broken; all else is no verdict. */
    private static final int KEPT = 0;

    private static final int BROKEN = 1;

    private File folder = new File("");

    private List<String> budgets = List.of();

    /** Empty for those that the budgets name. */
    private String baseline = "";

    private List<String> also = List.of();

    private boolean failOnViolation = true;

    private boolean skip;

    /**
     * Checks the budgets.
     *
     * @throws MojoFailureException with the whole answer, where a model is over its budget
     * @throws MojoExecutionException with all that is wrong with a budget, its models or a parameter
     */
    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("models are not held to their budgets: archmeter.skip");
            return;
        }
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteArrayOutputStream trouble = new ByteArrayOutputStream();
        int code = Main.run(arguments(), printing(answer), printing(trouble), System.getenv());
        if (code == BROKEN && failOnViolation) {
            throw new MojoFailureException("a model is over its budget\n\n" + text(answer));
        } else if (code == BROKEN) {
            text(answer).lines().forEach(getLog()::warn);
        } else if (code == KEPT) {
            text(answer).lines().forEach(getLog()::info);
        } else {
            throw unusable(text(trouble));
        }
    }

    /** The command line. Budgets stand after {@code --}, so that none of them can be an option. */
    private String[] arguments() throws MojoExecutionException {
        ProjectFiles files = new ProjectFiles(folder.toPath());
        List<String> arguments = new ArrayList<>(List.of("check"));
        try {
            if (!baseline.isEmpty()) {
                arguments.add("--baseline=" + files.named(baseline));
            }
            for (String file : also) {
                arguments.add("--also=" + files.written(file));
            }
            arguments.add("--");
            if (budgets.isEmpty()) {
                arguments.add(UsualBudget.find(files.fromHere(folder.toPath())).file());
            }
            budgets.forEach(budget -> arguments.add(files.named(budget)));
        } catch (ProblemException wrong) {
            throw unusable(wrong.getMessage());
        }
        return arguments.toArray(String[]::new);
    }

    private static MojoExecutionException unusable(String problems) {
        return new MojoExecutionException("models cannot be held to their budgets\n\n" + problems);
    }

    private static PrintStream printing(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).stripTrailing();
    }
}
