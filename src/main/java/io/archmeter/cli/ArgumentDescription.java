package io.archmeter.cli;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * An option or an operand, as its annotation describes it. A text that it does not have is empty.
 *
 * @param field names of the fields that lead to its value, from the command on: {@code output}, {@code destination}, {@code width}
 * @param names of an option; an operand has none
 * @param index of an operand among the operands, where it is not just the next one: {@code 0..*}
 * @param order of an option in the help
 * @param arity how many values it takes, where its type does not say it
 * @param separator between values in one text
 * @param elementType the class of one value, where the field has another
 * @param converter the class that reads a value, where picocli does not know how to
 * @param candidates the class that lists values for shells, where picocli does not know them
 */
record ArgumentDescription(
        List<String> field,
        List<String> names,
        String index,
        int order,
        String arity,
        String paramLabel,
        List<String> description,
        boolean required,
        boolean usageHelp,
        boolean versionHelp,
        String separator,
        String elementType,
        String converter,
        String candidates) {
    ArgumentDescription {
        field = List.copyOf(field);
        names = List.copyOf(names);
        description = List.copyOf(description);
    }

    static ArgumentDescription of(ArgSpec argument, List<String> field) {
        Class<?> elementType = argument.auxiliaryTypes()[0];
        ITypeConverter<?>[] converters = argument.converters();
        Iterable<String> candidates = argument.completionCandidates();
        boolean knownCandidates = candidates == null || candidates instanceof Collection;
        return new ArgumentDescription(
                field,
                argument instanceof OptionSpec option ? List.of(option.names()) : List.of(),
                argument instanceof PositionalParamSpec operand ? index(operand) : "",
                argument instanceof OptionSpec option ? option.order() : 0,
                argument.arity().isUnspecified() ? "" : argument.arity().toString(),
                argument.paramLabel(),
                List.of(argument.description()),
                argument.required(),
                argument instanceof OptionSpec option && option.usageHelp(),
                argument instanceof OptionSpec option && option.versionHelp(),
                argument.splitRegex(),
                elementType == argument.type() ? "" : elementType.getName(),
                converters.length == 0 ? "" : converters[0].getClass().getName(),
                knownCandidates ? "" : candidates.getClass().getName());
    }

    private static String index(PositionalParamSpec operand) {
        return operand.index().isRelative() ? "" : operand.index().toString();
    }

    static ArgumentDescription read(DataInput in) throws IOException {
        return new ArgumentDescription(
                Texts.read(in),
                Texts.read(in),
                in.readUTF(),
                in.readInt(),
                in.readUTF(),
                in.readUTF(),
                Texts.read(in),
                in.readBoolean(),
                in.readBoolean(),
                in.readBoolean(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF());
    }

    void write(DataOutput out) throws IOException {
        Texts.write(field, out);
        Texts.write(names, out);
        out.writeUTF(index);
        out.writeInt(order);
        out.writeUTF(arity);
        out.writeUTF(paramLabel);
        Texts.write(description, out);
        out.writeBoolean(required);
        out.writeBoolean(usageHelp);
        out.writeBoolean(versionHelp);
        out.writeUTF(separator);
        out.writeUTF(elementType);
        out.writeUTF(converter);
        out.writeUTF(candidates);
    }

    /** What picocli makes of the annotation in a command. */
    ArgSpec in(Object command) {
        BoundField bound = BoundField.of(command, field);
        return names.isEmpty() ? operand(bound) : option(bound);
    }

    private ArgSpec option(BoundField bound) {
        OptionSpec.Builder option = OptionSpec.builder(Texts.array(names))
                .order(order)
                .paramLabel(paramLabel)
                .description(Texts.array(description))
                .required(required)
                .usageHelp(usageHelp)
                .versionHelp(versionHelp)
                .type(bound.type())
                .splitRegex(separator)
                .auxiliaryTypes(elementType(bound))
                .converters(converters())
                .completionCandidates(listedCandidates())
                .scope(bound.scope())
                .getter(bound)
                .setter(bound)
                .initialValue(bound.get());
        if (!arity.isEmpty()) {
            option.arity(arity);
        }
        return option.build();
    }

    private ArgSpec operand(BoundField bound) {
        PositionalParamSpec.Builder operand = PositionalParamSpec.builder()
                .paramLabel(paramLabel)
                .description(Texts.array(description))
                .required(required)
                .type(bound.type())
                .auxiliaryTypes(elementType(bound))
                .converters(converters())
                .completionCandidates(listedCandidates())
                .scope(bound.scope())
                .getter(bound)
                .setter(bound)
                .initialValue(bound.get());
        if (!index.isEmpty()) {
            operand.index(index);
        }
        if (!arity.isEmpty()) {
            operand.arity(arity);
        }
        return operand.build();
    }

    private Class<?> elementType(BoundField bound) {
        return elementType.isEmpty() ? bound.type() : ClassNames.find(elementType);
    }

    private ITypeConverter<?>[] converters() {
        return converter.isEmpty()
                ? new ITypeConverter<?>[0]
                : new ITypeConverter<?>[] {(ITypeConverter<?>) ClassNames.create(converter)};
    }

    @SuppressWarnings("unchecked") // it was the candidates of the annotation
    private Iterable<String> listedCandidates() {
        return candidates.isEmpty() ? null : (Iterable<String>) ClassNames.create(candidates);
    }
}
