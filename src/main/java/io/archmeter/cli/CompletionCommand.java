package io.archmeter.cli;

import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What a shell needs to complete command lines. */
@Command(
        name = "completion",
        description = "a script that completes command lines in a shell",
        footer = {
            "  source <(archmeter completion bash)",
            "  archmeter completion fish > ~/.config/fish/completions/archmeter.fish"
        })
final class CompletionCommand extends Subcommand {
    /** The shells that a script can be for. */
    enum Shell {
        BASH,
        ZSH,
        FISH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(paramLabel = "SHELL", arity = "1", description = "bash, zsh or fish")
    private Shell shell = Shell.BASH;

    CompletionCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        CommandLine all = Commands.all(console());
        String script = switch (shell) {
            // The same script for both: it calls bashcompinit where it finds itself in zsh.
            case BASH, ZSH -> AutoComplete.bash(Commands.ARCHMETER, all);
            case FISH -> FishCompletion.of(all.getCommandSpec());
        };
        StandardOutput.write(console(), console().charset(), out -> out.write(script));
        return ExitCode.FINE;
    }
}
