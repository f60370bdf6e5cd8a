package io.archmeter.onnx;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.OneofDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The messages of {@code onnx/onnx.proto} that a network is made of, field by field. Of those that are {@code either}, a message has one;
 * it is the only oneof of its message.
 */
public final class OnnxProto {
    private static final String FIELDS = """
            ModelProto              optional  int64                   ir_version         = 1
            ModelProto              optional  string                  producer_name      = 2
            ModelProto              optional  string                  producer_version   = 3
            ModelProto              optional  string                  domain             = 4
            ModelProto              optional  int64                   model_version      = 5
            ModelProto              optional  string                  doc_string         = 6
            ModelProto              optional  GraphProto              graph              = 7
            ModelProto              repeated  OperatorSetIdProto      opset_import       = 8
            ModelProto              repeated  StringStringEntryProto  metadata_props     = 14
            ModelProto              repeated  FunctionProto           functions          = 25
            StringStringEntryProto  optional  string                  key                = 1
            StringStringEntryProto  optional  string                  value              = 2
            OperatorSetIdProto      optional  string                  domain             = 1
            OperatorSetIdProto      optional  int64                   version            = 2
            FunctionProto           optional  string                  name               = 1
            FunctionProto           repeated  string                  input              = 4
            FunctionProto           repeated  string                  output             = 5
            FunctionProto           repeated  string                  attribute          = 6
            FunctionProto           repeated  NodeProto               node               = 7
            FunctionProto           optional  string                  doc_string         = 8
            FunctionProto           repeated  OperatorSetIdProto      opset_import       = 9
            FunctionProto           optional  string                  domain             = 10
            FunctionProto           repeated  AttributeProto          attribute_proto    = 11
            FunctionProto           optional  string                  overload           = 13
            GraphProto              repeated  NodeProto               node               = 1
            GraphProto              optional  string                  name               = 2
            GraphProto              repeated  TensorProto             initializer        = 5
            GraphProto              optional  string                  doc_string         = 10
            GraphProto              repeated  ValueInfoProto          input              = 11
            GraphProto              repeated  ValueInfoProto          output             = 12
            GraphProto              repeated  ValueInfoProto          value_info         = 13
            GraphProto              repeated  SparseTensorProto       sparse_initializer = 15
            NodeProto               repeated  string                  input              = 1
            NodeProto               repeated  string                  output             = 2
            NodeProto               optional  string                  name               = 3
            NodeProto               optional  string                  op_type            = 4
            NodeProto               repeated  AttributeProto          attribute          = 5
            NodeProto               optional  string                  doc_string         = 6
            NodeProto               optional  string                  domain             = 7
            NodeProto               optional  string                  overload           = 8
            NodeProto               repeated  StringStringEntryProto  metadata_props     = 9
            AttributeProto          optional  string                  name               = 1
            AttributeProto          optional  float                   f                  = 2
            AttributeProto          optional  int64                   i                  = 3
            AttributeProto          optional  bytes                   s                  = 4
            AttributeProto          optional  TensorProto             t                  = 5
            AttributeProto          optional  GraphProto              g                  = 6
            AttributeProto          repeated  float                   floats             = 7
            AttributeProto          repeated  int64                   ints               = 8
            AttributeProto          repeated  bytes                   strings            = 9
            AttributeProto          repeated  TensorProto             tensors            = 10
            AttributeProto          repeated  GraphProto              graphs             = 11
            AttributeProto          optional  TypeProto               tp                 = 14
            AttributeProto          repeated  TypeProto               type_protos        = 15
            AttributeProto          optional  int32                   type               = 20
            AttributeProto          optional  string                  ref_attr_name      = 21
            AttributeProto          optional  SparseTensorProto       sparse_tensor      = 22
            AttributeProto          repeated  SparseTensorProto       sparse_tensors     = 23
            ValueInfoProto          optional  string                  name               = 1
            ValueInfoProto          optional  TypeProto               type               = 2
            TypeProto               either  TensorTypeProto         tensor_type        = 1
            TypeProto               either  SequenceTypeProto       sequence_type      = 4
            TypeProto               either  MapTypeProto            map_type           = 5
            TypeProto               either  OpaqueTypeProto         opaque_type        = 7
            TypeProto               either  TensorTypeProto         sparse_tensor_type = 8
            TypeProto               either  OptionalTypeProto       optional_type      = 9
            TensorTypeProto         optional  int32                   elem_type          = 1
            TensorTypeProto         optional  TensorShapeProto        shape              = 2
            SequenceTypeProto       optional  TypeProto               elem_type          = 1
            OptionalTypeProto       optional  TypeProto               elem_type          = 1
            MapTypeProto            optional  int32                   key_type           = 1
            OpaqueTypeProto         optional  string                  domain             = 1
            TensorShapeProto        repeated  DimensionProto          dim                = 1
            DimensionProto          either  int64                   dim_value          = 1
            DimensionProto          either  string                  dim_param          = 2
            TensorProto             repeated  int64                   dims               = 1
            TensorProto             optional  int32                   data_type          = 2
            TensorProto             repeated  float                   float_data         = 4
            TensorProto             repeated  int32                   int32_data         = 5
            TensorProto             repeated  bytes                   string_data        = 6
            TensorProto             repeated  int64                   int64_data         = 7
            TensorProto             optional  string                  name               = 8
            TensorProto             optional  bytes                   raw_data           = 9
            TensorProto             repeated  double                  double_data        = 10
            TensorProto             repeated  uint64                  uint64_data        = 11
            TensorProto             repeated  StringStringEntryProto  external_data      = 13
            TensorProto             optional  DataLocation            data_location      = 14
            SparseTensorProto       optional  TensorProto             values             = 1
            SparseTensorProto       optional  TensorProto             indices            = 2
            SparseTensorProto       repeated  int64                   dims               = 3
            """;

    /** {@code ModelProto}. */
    public static final Descriptor MODEL = file().findMessageTypeByName("ModelProto");

    private OnnxProto() {}

    private static FileDescriptor file() {
        Map<String, DescriptorProto.Builder> messages = new LinkedHashMap<>();
        FIELDS.lines().map(line -> line.split("[ =]+")).forEach(words -> add(words, messages));
        FileDescriptorProto.Builder file = FileDescriptorProto.newBuilder().setName("onnx.proto");
        messages.values().forEach(file::addMessageType);
        file.addEnumType(EnumDescriptorProto.newBuilder()
                .setName("DataLocation")
                .addValue(
                        EnumValueDescriptorProto.newBuilder().setName("DEFAULT").setNumber(0))
                .addValue(EnumValueDescriptorProto.newBuilder()
                        .setName("EXTERNAL")
                        .setNumber(1)));
        try {
            return FileDescriptor.buildFrom(file.build(), new FileDescriptor[0]);
        } catch (DescriptorValidationException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private static void add(String[] words, Map<String, DescriptorProto.Builder> messages) {
        DescriptorProto.Builder message = messages.computeIfAbsent(
                words[0], name -> DescriptorProto.newBuilder().setName(name));
        FieldDescriptorProto.Builder field = FieldDescriptorProto.newBuilder()
                .setLabel(words[1].equals("repeated") ? Label.LABEL_REPEATED : Label.LABEL_OPTIONAL)
                .setName(words[3])
                .setNumber(Integer.parseInt(words[4]));
        if (words[1].equals("either")) {
            if (message.getOneofDeclCount() == 0) {
                message.addOneofDecl(OneofDescriptorProto.newBuilder().setName("value"));
            }
            field.setOneofIndex(0);
        }
        if (Character.isUpperCase(words[2].charAt(0))) {
            field.setTypeName(words[2]);
        } else {
            field.setType(Type.valueOf("TYPE_" + words[2].toUpperCase(Locale.ROOT)));
        }
        message.addField(field);
    }
}
