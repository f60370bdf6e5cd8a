package io.archmeter.report;

import io.archmeter.analysis.LayerCost;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Category;
import io.archmeter.op.Operator;
import io.archmeter.report.picture.Key;
import io.archmeter.report.picture.Paint;
import java.util.Optional;

/** Layers as charts tell them apart: no more sorts than there are colours that one can tell apart. */
enum LayerFamily {
    CONVOLUTION("convolution"),
    LINEAR("linear"),
    POOLING("pooling"),
    NORMALIZATION("normalization"),
    JOIN("addition, concatenation"),
    PRODUCT("attention, recurrence"),
    WEIGHT("embedding"),
    ACTIVATION("activation"),
    OTHER("others"),
    /** Several layers. */
    MODULE("module, with all its layers");

    private final String words;

    LayerFamily(String words) {
        this.words = words;
    }

    static LayerFamily of(LayerCost layer) {
        if (layer.op().isEmpty()) {
            return MODULE;
        }
        return ofKind(layer.operator());
    }

    /** That of a kind of operator, as in specs. */
    static LayerFamily ofKind(String kind) {
        Optional<Operator> operator = Catalogue.find(kind);
        return operator.map(known -> of(known.category())).orElse(OTHER);
    }

    private static LayerFamily of(Category category) {
        return switch (category) {
            case CONVOLUTION -> CONVOLUTION;
            case LINEAR -> LINEAR;
            case POOLING -> POOLING;
            case NORMALIZATION -> NORMALIZATION;
            case JOIN -> JOIN;
            case PRODUCT, RECURRENT -> PRODUCT;
            case EMBEDDING, WEIGHT -> WEIGHT;
            case ACTIVATION -> ACTIVATION;
            case REDUCTION, ARRANGEMENT, FUNCTION, DECLARED -> OTHER;
        };
    }

    /** Whether a chart of layers has a bar for it, as those of the lectures have. */
    boolean isDrawn() {
        return switch (this) {
            case CONVOLUTION, LINEAR, POOLING, PRODUCT, WEIGHT -> true;
            case NORMALIZATION, JOIN, ACTIVATION, OTHER, MODULE -> false;
        };
    }

    Paint paint() {
        return switch (this) {
            case MODULE -> Paint.step(3, 6);
            case OTHER -> Paint.REST;
            default -> Paint.series(ordinal());
        };
    }

    Key key() {
        return new Key(paint(), words);
    }

    String words() {
        return words;
    }
}
