package io.archmeter.json;

import io.archmeter.value.PlainValue;
import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;

/** Values of a spec as JSON: numbers to the last digit, lists as arrays. */
public final class JsonValues {
    private JsonValues() {}

    /** Writes one value; what is not there or not known is {@code null}. */
    public static void write(PlainValue value, JsonGenerator json) {
        if (value instanceof PlainValue.Items list) {
            json.writeStartArray();
            list.items().forEach(item -> write(item, json));
            json.writeEndArray();
        } else if (value instanceof PlainValue.Num num) {
            write(num.number().toNumber(), json);
        } else if (value instanceof PlainValue.Flag flag) {
            json.writeBoolean(flag.flag());
        } else if (value instanceof PlainValue.Text text) {
            json.writeString(text.text());
        } else {
            json.writeNull();
        }
    }

    private static void write(Number number, JsonGenerator json) {
        if (number instanceof BigDecimal decimal) {
            json.writeNumber(decimal);
        } else {
            json.writeNumber(number.longValue());
        }
    }
}
