package io.archmeter.onnx;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The messages of {@code onnx/onnx.proto} that a model without functions and sequences is made of, field by field. */
final class OnnxProto {
    private static final String FIELDS = """
            ModelProto          optional int64                 ir_version       = 1
            ModelProto          optional string                producer_name    = 2
            ModelProto          optional string                producer_version = 3
            ModelProto          optional string                domain           = 4
            ModelProto          optional int64                 model_version    = 5
            ModelProto          optional string                doc_string       = 6
            ModelProto          optional GraphProto            graph            = 7
            ModelProto          repeated OperatorSetIdProto    opset_import     = 8
            OperatorSetIdProto  optional string                domain           = 1
            OperatorSetIdProto  optional int64                 version          = 2
            GraphProto          repeated NodeProto             node             = 1
            GraphProto          optional string                name             = 2
            GraphProto          repeated TensorProto           initializer      = 5
            GraphProto          optional string                doc_string       = 10
            GraphProto          repeated ValueInfoProto        input            = 11
            GraphProto          repeated ValueInfoProto        output           = 12
            GraphProto          repeated ValueInfoProto        value_info       = 13
            NodeProto           repeated string                input            = 1
            NodeProto           repeated string                output           = 2
            NodeProto           optional string                name             = 3
            NodeProto           optional string                op_type          = 4
            NodeProto           repeated AttributeProto        attribute        = 5
            NodeProto           optional string                doc_string       = 6
            NodeProto           optional string                domain           = 7
            AttributeProto      optional string                name             = 1
            AttributeProto      optional float                 f                = 2
            AttributeProto      optional int64                 i                = 3
            AttributeProto      optional bytes                 s                = 4
            AttributeProto      optional TensorProto           t                = 5
            AttributeProto      repeated float                 floats           = 7
            AttributeProto      repeated int64                 ints             = 8
            AttributeProto      optional int32                 type             = 20
            ValueInfoProto      optional string                name             = 1
            ValueInfoProto      optional TypeProto             type             = 2
            TypeProto           optional TensorTypeProto       tensor_type      = 1
            TensorTypeProto     optional int32                 elem_type        = 1
            TensorTypeProto     optional TensorShapeProto      shape            = 2
            TensorShapeProto    repeated DimensionProto        dim              = 1
            DimensionProto      optional int64                 dim_value        = 1
            DimensionProto      optional string                dim_param        = 2
            TensorProto         repeated int64                 dims             = 1
            TensorProto         optional int32                 data_type        = 2
            TensorProto         repeated float                 float_data       = 4
            TensorProto         repeated int64                 int64_data       = 7
            TensorProto         optional string                name             = 8
            TensorProto         optional bytes                 raw_data         = 9
            """;

    static final Descriptor MODEL = file().findMessageTypeByName("ModelProto");

    private OnnxProto() {}

    private static FileDescriptor file() {
        Map<String, DescriptorProto.Builder> messages = new LinkedHashMap<>();
        FIELDS.lines()
                .map(line -> line.split("[ =]+"))
                .forEach(words -> messages.computeIfAbsent(
                                words[0], name -> DescriptorProto.newBuilder().setName(name))
                        .addField(field(words)));
        FileDescriptorProto.Builder file = FileDescriptorProto.newBuilder().setName("onnx.proto");
        messages.values().forEach(file::addMessageType);
        try {
            return FileDescriptor.buildFrom(file.build(), new FileDescriptor[0]);
        } catch (DescriptorValidationException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private static FieldDescriptorProto field(String[] words) {
        FieldDescriptorProto.Builder field = FieldDescriptorProto.newBuilder()
                .setLabel(Label.valueOf("LABEL_" + words[1].toUpperCase(Locale.ROOT)))
                .setName(words[3])
                .setNumber(Integer.parseInt(words[4]));
        return words[2].endsWith("Proto")
                ? field.setTypeName(words[2]).build()
                : field.setType(Type.valueOf("TYPE_" + words[2].toUpperCase(Locale.ROOT)))
                        .build();
    }
}
