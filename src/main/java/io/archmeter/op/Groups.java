package io.archmeter.op;

/** Channels that are divided into groups, each of which sees its own share of the input. */
final class Groups {
    private Groups() {}

    /** Refuses a number of groups that the channels of the input, or those of the output, do not divide into. */
    static void requireDivisible(Argument<Long> argument, long groups, long input, long output) {
        requireDivisible(argument, groups, "input", input, input, output);
        requireDivisible(argument, groups, "output", output, input, output);
    }

    private static void requireDivisible(
            Argument<Long> argument, long groups, String side, long channels, long input, long output) {
        if (channels % groups != 0) {
            throw new Refusal(
                    "indivisible-groups",
                    argument.name(),
                    channels + " " + side + " channels do not divide into " + groups + " groups",
                    "use " + Divisors.ofBoth(input, output));
        }
    }
}
