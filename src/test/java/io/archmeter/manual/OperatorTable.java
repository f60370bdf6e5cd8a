package io.archmeter.manual;

import io.archmeter.op.Argument;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Operator;
import java.util.stream.Collectors;

/** The manual's table of operators, which is the catalogue. */
public final class OperatorTable {
    private static final String HEAD = "| operator | arguments | what it is |\n|---|---|---|\n";
    private static final String END = "\n\n";

    private OperatorTable() {}

    /** The page with the table as it has to be. */
    public static String inPage() {
        String text = Manual.page("operators");
        int begin = text.indexOf(HEAD);
        if (begin < 0) {
            throw new AssertionError("the manual has no table of operators");
        }
        String rows = Catalogue.operators().stream().map(OperatorTable::row).collect(Collectors.joining("\n"));
        return text.substring(0, begin) + HEAD + rows + text.substring(text.indexOf(END, begin));
    }

    private static String row(Operator operator) {
        String arguments =
                operator.arguments().stream().map(OperatorTable::argument).collect(Collectors.joining(", "));
        return "| `" + operator.kind() + "` | " + arguments + " | " + operator.meaning() + " |";
    }

    private static String argument(Argument<?> argument) {
        String shown = argument.usual() ? "**" + argument.name() + "**" : argument.name();
        return argument.fallbackText().map(text -> shown + " = " + text).orElse(shown);
    }
}
