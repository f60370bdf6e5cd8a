package io.archmeter.spec.write;

/** What a spec has no words for. Which layer it is, its caller adds. */
final class CannotSay extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    CannotSay(String fact, String remedy) {
        super(fact, null, false, false);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
