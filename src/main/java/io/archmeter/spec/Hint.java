package io.archmeter.spec;

import io.archmeter.located.Excerpt;
import io.archmeter.op.Value;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What people write in place of a value of another type, and how to mend it. */
final class Hint {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,15}(\\.[0-9]{1,15})?");

    /** What can be a name, alone or with something to compute. */
    private static final Pattern EXPRESSION = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*( *[-+*/%(\\[].{0,60})?");

    private static final Map<String, String> FLAGS =
            Map.of("yes", "true", "on", "true", "y", "true", "no", "false", "off", "false", "n", "false");

    private Hint() {}

    /**
     * A remedy for a value of the wrong type.
     *
     * @param usual what would be said of any such value
     */
    static String on(Written written, String usual) {
        if (!(written instanceof Written.Constant constant && constant.value() instanceof Value.Text text)) {
            return usual;
        }
        String plain = text.text().strip();
        if (NUMBER.matcher(plain).matches()) {
            return "write the number without quotes: " + plain;
        }
        return EXPRESSION.matcher(plain).matches()
                ? usual + "; an expression begins with '=': =" + Excerpt.of(plain)
                : usual;
    }

    /** A remedy for a value that should be true or false; older YAML knew other words for these. */
    static String onFlag(Written written, String usual) {
        if (written instanceof Written.Constant constant && constant.value() instanceof Value.Text text) {
            String flag = FLAGS.get(text.text().toLowerCase(Locale.ROOT));
            if (flag != null) {
                return "write " + flag;
            }
        }
        return on(written, usual);
    }
}
