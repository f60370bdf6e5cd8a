package io.archmeter.report.answer;

import java.util.List;

/** Names of pictures of which each of several models has one. */
final class PictureNames {
    private PictureNames() {}

    /** What the names of a model's pictures end in: that of the model where there are several, and a number where these are alike. */
    static String after(List<String> models, int number) {
        String name = models.get(number);
        long before = models.subList(0, number).stream().filter(name::equals).count();
        return models.size() == 1 ? "" : "-" + name + (before == 0 ? "" : "-" + (before + 1));
    }
}
