package io.archmeter.spec.write;

import io.archmeter.value.PlainValue;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.io.JsonStringEncoder;

/** Writes a spec as people write YAML: groups in lines, and each layer in one. */
final class SpecAsYaml {
    private static final String INDENT = "  ";

    /** What YAML 1.2 reads as something else than a text ("Core Schema", section 10.3.2). */
    private static final Set<String> NO_TEXTS = Set.of("true", "false", "null");

    private final StringBuilder out;

    private SpecAsYaml(StringBuilder out) {
        this.out = out;
    }

    static void write(Written.Entries spec, StringBuilder out) {
        new SpecAsYaml(out).entries(spec, 0);
    }

    private void entries(Written.Entries entries, int depth) {
        entries.entries().forEach((name, part) -> {
            out.append(INDENT.repeat(depth)).append(key(name)).append(':');
            below(part, depth + 1);
        });
    }

    /** What stands after a name: on its line, or below it. */
    private void below(Written part, int depth) {
        if (part instanceof Written.Entries entries && entries.lines()) {
            out.append('\n');
            entries(entries, depth);
        } else if (part instanceof Written.Items items && items.lines()) {
            out.append('\n');
            for (Written item : items.items()) {
                out.append(INDENT.repeat(depth)).append("- ");
                inLine(item);
                out.append('\n');
            }
        } else {
            out.append(' ');
            inLine(part);
            out.append('\n');
        }
    }

    private void inLine(Written part) {
        if (part instanceof Written.Entries entries) {
            out.append('{');
            Iterator<Map.Entry<String, Written>> rest =
                    entries.entries().entrySet().iterator();
            while (rest.hasNext()) {
                Map.Entry<String, Written> entry = rest.next();
                out.append(key(entry.getKey())).append(": ");
                inLine(entry.getValue());
                out.append(rest.hasNext() ? ", " : "");
            }
            out.append('}');
        } else if (part instanceof Written.Items items) {
            list(items.items().iterator());
        } else {
            value(((Written.Value) part).value());
        }
    }

    private void list(Iterator<Written> rest) {
        out.append('[');
        while (rest.hasNext()) {
            inLine(rest.next());
            out.append(rest.hasNext() ? ", " : "");
        }
        out.append(']');
    }

    private void value(PlainValue value) {
        if (value instanceof PlainValue.Items items) {
            list(items.items().stream()
                    .map(item -> (Written) new Written.Value(item))
                    .iterator());
        } else if (value instanceof PlainValue.Num num) {
            out.append(num.number().toNumber());
        } else if (value instanceof PlainValue.Flag flag) {
            out.append(flag.flag());
        } else if (value instanceof PlainValue.Text text) {
            out.append(text(text.text()));
        }
    }

    /** A key is a text, whatever it looks like. */
    private static String key(String name) {
        return name.matches("[A-Za-z0-9_][A-Za-z0-9_.-]*") ? name : quoted(name);
    }

    private static String text(String text) {
        boolean plain = text.matches("[A-Za-z_][A-Za-z0-9_.-]*(?: [A-Za-z0-9_.-]+)*");
        return plain && !NO_TEXTS.contains(text.toLowerCase(Locale.ROOT)) ? text : quoted(text);
    }

    /** As in JSON, of which YAML has all. */
    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
    }
}
