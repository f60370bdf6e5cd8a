package io.archmeter.assertj;

import io.archmeter.Model;

/**
 * The door to the assertions: {@code assertThat(Archmeter.load("resnet50")).hasParametersAtMost(26_000_000)}.
 *
 * @since 0.2.0
 */
public final class ArchmeterAssertions {
    private ArchmeterAssertions() {}

    /** What a network may cost, of which a limit follows. */
    public static ModelAssert assertThat(Model model) {
        return new ModelAssert(model);
    }
}
