package io.archmeter.spec.flat;

import io.archmeter.problem.Span;
import io.archmeter.value.PlainValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes numbers, texts and values as {@link FlatInput} reads them. */
final class FlatOutput {
    /** How a value begins. */
    static final int NOTHING = 0;

    static final int FALSE = 1;
    static final int TRUE = 2;
    static final int COUNT = 3;
    static final int RATIONAL = 4;
    static final int TEXT = 5;
    static final int ITEMS = 6;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<String> files = new ArrayList<>();

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** Seven bits to a byte, the lowest first; the eighth says that more follow (LEB128). Never negative. */
    void number(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("only sizes and places are written: " + number);
        }
        long rest = number;
        while (rest > 0x7F) {
            bytes.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    /** Nearly all texts are Latin-1, which Java reads without looking at each character. */
    void text(String text) {
        boolean latin = text.chars().allMatch(c -> c <= 0xFF);
        Charset charset = latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        byte[] encoded = text.getBytes(charset);
        number(encoded.length * 2L + (latin ? 0 : 1));
        bytes.writeBytes(encoded);
    }

    /** A file is written once, and called by its number afterwards. */
    void place(Span place) {
        int file = files.indexOf(place.file());
        if (file < 0) {
            number(files.size());
            text(place.file());
            files.add(place.file());
        } else {
            number(file);
        }
        number(place.line());
        number(place.column());
    }

    private static boolean isCount(PlainValue.Num num) {
        return num.number().toLong().isPresent() && num.number().signum() >= 0;
    }

    void value(PlainValue value) {
        if (value instanceof PlainValue.Flag flag) {
            number(flag.flag() ? TRUE : FALSE);
        } else if (value instanceof PlainValue.Num num && isCount(num)) {
            number(COUNT);
            number(num.number().numerator().longValueExact());
        } else if (value instanceof PlainValue.Num num) {
            number(RATIONAL);
            text(num.number().numerator().toString());
            text(num.number().denominator().toString());
        } else if (value instanceof PlainValue.Text text) {
            number(TEXT);
            text(text.text());
        } else if (value instanceof PlainValue.Items list) {
            number(ITEMS);
            number(list.items().size());
            list.items().forEach(this::value);
        } else if (value instanceof PlainValue.Nothing) {
            number(NOTHING);
        } else {
            throw new IllegalArgumentException("a sound model has no such value: " + value);
        }
    }
}
