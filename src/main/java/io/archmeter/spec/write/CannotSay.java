package io.archmeter.spec.write;

/** An operator of a spec says something else than a node does. Its caller says it in another way. */
final class CannotSay extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotSay(String fact) {
        super(fact, null, false, false);
    }
}
