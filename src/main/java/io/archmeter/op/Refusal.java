package io.archmeter.op;

/**
 * What an operator says to attributes or inputs that it cannot work with. Where this stands in a file is added by whoever
 * reads the file.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String remedy;
    private final String argument;

    /**
     * @param code a stable word in kebab case
     * @param argument the argument that is to blame, empty where it is the layer as a whole
     * @param fact what is wrong, in the field's words
     * @param remedy what to do about it
     */
    public Refusal(String code, String argument, String fact, String remedy) {
        super(fact);
        this.code = code;
        this.argument = argument;
        this.remedy = remedy;
    }

    public String code() {
        return code;
    }

    public String argument() {
        return argument;
    }

    public String fact() {
        return getMessage();
    }

    public String remedy() {
        return remedy;
    }
}
