package io.archmeter.spec.expression;

/** The smallest part of an expression that means something. */
record Token(Kind kind, TextSpan part) {
    enum Kind {
        NUMBER,
        TEXT,
        NAME,
        SYMBOL,
        END
    }

    String text() {
        return part.text();
    }

    boolean is(String text) {
        return (kind == Kind.SYMBOL || kind == Kind.NAME) && text().equals(text);
    }
}
