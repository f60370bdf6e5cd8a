package io.archmeter.cli;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;

/** A param of a spec that is set on the command line: {@code width=0.5}. */
record Setting(String name, String value) {
    /** From the text of it. */
    static final class Converter implements ITypeConverter<Setting> {
        @Override
        public Setting convert(String text) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new BadValue("bad-value", "needs a name and a value", "", "width=0.5");
            }
            return new Setting(text.substring(0, equals), text.substring(equals + 1));
        }
    }

    /**
     * The values by the names of params.
     *
     * @throws ProblemException where one has two values
     */
    static Map<String, String> map(String option, List<Setting> settings) {
        Map<String, String> map = new LinkedHashMap<>();
        for (Setting setting : settings) {
            if (map.put(setting.name, setting.value) != null) {
                throw new ProblemException(Problem.at(
                        Span.of(option),
                        "repeated-option",
                        option + " gives '" + setting.name + "' more than one value",
                        "give it once"));
            }
        }
        return map;
    }
}
