package io.archmeter.cli;

import io.archmeter.Model;
import java.util.List;

/** Names of pictures of which each of several models has one. */
final class PictureNames {
    private PictureNames() {}

    /** What the names of a model's pictures end in: that of the model where there are several, and a number where these are alike. */
    static String after(List<Model> models, int number) {
        String name = models.get(number).graph().name();
        long before = models.subList(0, number).stream()
                .filter(model -> model.graph().name().equals(name))
                .count();
        return models.size() == 1 ? "" : "-" + name + (before == 0 ? "" : "-" + (before + 1));
    }
}
