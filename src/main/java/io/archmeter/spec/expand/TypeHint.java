package io.archmeter.spec.expand;

import io.archmeter.problem.Excerpt;
import io.archmeter.spec.expression.Unevaluated;
import io.archmeter.value.PlainValue;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What people write in place of a value of another type, and how to mend it. */
final class TypeHint {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,15}(\\.[0-9]{1,15})?");

    /** What can be a name, alone or with something to compute. */
    private static final Pattern EXPRESSION = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*( *[-+*/%(\\[].{0,60})?");

    private static final Map<String, String> FLAGS =
            Map.of("yes", "true", "on", "true", "y", "true", "no", "false", "off", "false", "n", "false");

    private TypeHint() {}

    /**
     * A remedy for a value of the wrong type.
     *
     * @param usual what would be said of any such value
     */
    static String on(Unevaluated written, String usual) {
        if (!(written instanceof Unevaluated.Constant constant && constant.value() instanceof PlainValue.Text text)) {
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
    static String onFlag(Unevaluated written, String usual) {
        if (written instanceof Unevaluated.Constant constant && constant.value() instanceof PlainValue.Text text) {
            String flag = FLAGS.get(text.text().toLowerCase(Locale.ROOT));
            if (flag != null) {
                return "write " + flag;
            }
        }
        return on(written, usual);
    }
}
