package io.archmeter.cli;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** A command, as its annotations describe it. */
record CommandDescription(
        String name, List<String> aliases, UsageDescription usage, List<ArgumentDescription> arguments) {
    CommandDescription {
        aliases = List.copyOf(aliases);
        arguments = List.copyOf(arguments);
    }

    static CommandDescription of(CommandSpec command) {
        List<ArgumentDescription> arguments = new ArrayList<>();
        for (ArgSpec argument : command.args()) {
            arguments.add(ArgumentDescription.of(argument, field(argument, command)));
        }
        return new CommandDescription(
                command.name(), List.of(command.aliases()), UsageDescription.of(command.usageMessage()), arguments);
    }

    /** The names of the fields that lead to an argument's value: a mixin has the name of its field. */
    private static List<String> field(ArgSpec argument, CommandSpec owner) {
        List<String> path = new ArrayList<>();
        owner.mixins().forEach((name, mixin) -> {
            if (mixin.args().stream().anyMatch(inMixin -> inMixin == argument)) {
                path.add(name);
                path.addAll(field(argument, mixin));
            }
        });
        if (path.isEmpty()) {
            path.add(((Field) argument.userObject()).getName());
        }
        return path;
    }

    static CommandDescription read(DataInput in) throws IOException {
        String name = in.readUTF();
        List<String> aliases = Texts.read(in);
        UsageDescription usage = UsageDescription.read(in);
        int size = in.readInt();
        List<ArgumentDescription> arguments = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            arguments.add(ArgumentDescription.read(in));
        }
        return new CommandDescription(name, aliases, usage, arguments);
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(name);
        Texts.write(aliases, out);
        usage.write(out);
        out.writeInt(arguments.size());
        for (ArgumentDescription argument : arguments) {
            argument.write(out);
        }
    }

    /** What picocli makes of the annotations of a command. */
    CommandSpec spec(Subcommand command) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command);
        spec.name(name).aliases(Texts.array(aliases));
        usage.describe(spec.usageMessage());
        for (ArgumentDescription argument : arguments) {
            spec.add(argument.in(command));
        }
        return spec;
    }
}
