package io.archmeter.onnx.model;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.onnx.file.AttributeMessage;
import io.archmeter.onnx.file.AttributeMessage.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a {@code Constant} node holds: a tensor, or numbers and texts that are written as an attribute. */
final class ConstantNodes {
    private ConstantNodes() {}

    /** Empty where the node has none of the attributes that it may have. */
    static Optional<Constant> constant(Map<String, Content> attributes) {
        return attributes.values().stream()
                .map(ConstantNodes::constant)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Constant> constant(Content content) {
        Constant constant = null;
        if (content instanceof AttributeMessage.Tensor tensor) {
            constant = new Constant.Stored(tensor.value());
        } else if (content instanceof AttributeMessage.SparseTensor sparse) {
            constant = new Constant.Sparse(sparse.value());
        } else if (content instanceof AttributeMessage.Whole whole) {
            constant = new Constant.Wholes(DType.INT64, Shape.of(), List.of(whole.value()));
        } else if (content instanceof AttributeMessage.Wholes wholes) {
            constant = Constant.of(wholes.values());
        } else if (content instanceof AttributeMessage.Real real) {
            constant = new Constant.Reals(Shape.of(), List.of(real.value()));
        } else if (content instanceof AttributeMessage.Reals reals) {
            constant = new Constant.Reals(Shape.of(reals.values().size()), reals.values());
        } else if (content instanceof AttributeMessage.Text text) {
            constant = new Constant.Texts(Shape.of(), List.of(text.value()));
        } else if (content instanceof AttributeMessage.Texts texts) {
            constant = new Constant.Texts(Shape.of(texts.values().size()), texts.values());
        }
        return Optional.ofNullable(constant);
    }
}
