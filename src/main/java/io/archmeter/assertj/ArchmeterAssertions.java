package io.archmeter.assertj;

import io.archmeter.Model;

/** The door to the assertions: {@code assertThat(Archmeter.load("resnet50")).hasParametersAtMost(26_000_000)}. */
public final class ArchmeterAssertions {
    private ArchmeterAssertions() {}

    public static ModelAssert assertThat(Model model) {
        return new ModelAssert(model);
    }
}
