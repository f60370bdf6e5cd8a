package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.onnx.file.Elements;
import io.archmeter.onnx.file.ModelFile;
import io.archmeter.onnx.file.TensorMessage;
import io.archmeter.onnx.model.Constant;
import io.archmeter.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of constants: their types and shapes, and the elements of small ones. Those of weights stay in the file. */
final class Constants {
    /** Scales, bounds and the like; more real numbers are weights. */
    private static final int MOST_REALS = 256;

    private final ModelFile file;

    Constants(ModelFile file) {
        this.file = file;
    }

    Fact fact(Constant constant) {
        if (constant instanceof Constant.Stored stored) {
            return fact(stored.tensor());
        }
        if (constant instanceof Constant.Sparse sparse) {
            return Fact.tensor(
                    ElementTypes.of(sparse.tensor().values().elements()).orElse(DType.FLOAT32),
                    new Shape(sparse.tensor().dimensions()));
        }
        if (constant instanceof Constant.Wholes wholes) {
            List<FollowedElement> elements =
                    wholes.values().stream().map(FollowedElement::of).toList();
            return Fact.tensor(wholes.type(), wholes.shape(), elements);
        }
        if (constant instanceof Constant.Reals reals) {
            List<FollowedElement> elements = new ArrayList<>();
            reals.values().forEach(value -> elements.add(FollowedElement.of((double) value)));
            return Fact.tensor(DType.FLOAT32, reals.shape(), elements);
        }
        Constant.Texts texts = (Constant.Texts) constant;
        List<FollowedElement> elements = new ArrayList<>();
        texts.values().forEach(text -> elements.add(new FollowedElement.Text(text)));
        return Fact.tensor(DType.STRING, texts.shape(), elements);
    }

    Fact fact(TensorMessage tensor) {
        Optional<DType> type = ElementTypes.of(tensor.elements());
        if (type.isEmpty() || tensor.dimensions().stream().anyMatch(extent -> extent < 0)) {
            return new Fact.Anything(new Extent.Unknown(tensor.name()));
        }
        Shape shape = new Shape(tensor.dimensions());
        Fact.Tensor bare = Fact.tensor(type.get(), shape);
        long elements = shape.elements();
        boolean followed = elements <= (type.get().isWhole() ? SmallContent.MOST_ELEMENTS : MOST_REALS);
        Optional<List<FollowedElement>> read = followed ? elements(tensor) : Optional.empty();
        return read.filter(all -> all.size() == elements)
                .map(all -> Fact.tensor(bare.type(), shape, all))
                .orElse(bare);
    }

    /** What is wrong with a tensor is said where all tensors are looked at. */
    private Optional<List<FollowedElement>> elements(TensorMessage tensor) {
        try {
            return file.elements(tensor).map(Constants::elements);
        } catch (ProblemException wrong) {
            return Optional.empty();
        }
    }

    private static List<FollowedElement> elements(Elements stored) {
        List<FollowedElement> elements = new ArrayList<>();
        if (stored instanceof Elements.Wholes wholes) {
            for (long whole : wholes.values()) {
                elements.add(FollowedElement.of(whole));
            }
        } else if (stored instanceof Elements.Reals reals) {
            for (double real : reals.values()) {
                elements.add(FollowedElement.of(real));
            }
        } else if (stored instanceof Elements.Texts texts) {
            texts.values().forEach(text -> elements.add(new FollowedElement.Text(text)));
        }
        return elements;
    }
}
