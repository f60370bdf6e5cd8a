package io.archmeter.json;

import io.archmeter.problem.Visible;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/** JSON need not escape all that cannot be seen, but may; who reads it gets the same text, and who looks at it sees what is there. */
final class VisibleEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    private static final int DELETE = 0x7F;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] codes = standardAsciiEscapesForJSON();
        codes[DELETE] = ESCAPE_STANDARD;
        return codes;
    }

    @Override
    public SerializableString getEscapeSequence(int unit) {
        String one = String.valueOf((char) unit);
        // Pairs of surrogates are letters and signs like any other.
        boolean seen = Character.isSurrogate((char) unit) || Visible.of(one).equals(one);
        return seen ? null : new SerializedString(Visible.of(one));
    }
}
