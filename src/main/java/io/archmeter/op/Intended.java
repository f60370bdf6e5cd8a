package io.archmeter.op;

import java.util.regex.Pattern;

/** Guesses what was meant by a value of a wrong type. */
final class Intended {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,15}(\\.[0-9]{1,15})?");

    /** What can be a name, alone or with something to compute. */
    private static final Pattern EXPRESSION = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*( *[-+*/%(\\[].{0,60})?");

    private Intended() {}

    /** What people write instead: a number in quotes, the yes of YAML 1.1, an expression without its '='. */
    static String remedy(Value value, String example) {
        String text = value instanceof Value.Text given ? given.text() : "";
        if (NUMBER.matcher(text).matches()) {
            return "write the number without quotes: " + text;
        }
        if (text.matches("(?i)yes|on|y") && example.startsWith("true")) {
            return "write true";
        }
        if (text.matches("(?i)no|off|n") && example.startsWith("true")) {
            return "write false";
        }
        boolean expression = EXPRESSION.matcher(text).matches();
        return "write " + example + (expression ? "; an expression begins with '=': =" + text : "");
    }
}
