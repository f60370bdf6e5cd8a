package io.archmeter.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.archmeter.graph.DType;
import io.archmeter.graph.Input;
import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.value.PlainValue;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
    private static final Shape IMAGE = Shape.of(1, 8, 4, 4);
    private static final Shape TOKENS = Shape.of(1, 8, 8);

    static Collection<Operator> operators() {
        return Catalogue.operators();
    }

    /** What an operator requires that cannot be 1. */
    private static final Map<String, String> REQUIRED = Map.of(
            "einsum", "bij,bjk->bik",
            "expand", "[-1, 4, 4]",
            "permute", "[0, 2, 3, 1]",
            "reshape", "-1",
            "tile", "[1, 1, 1]",
            "transpose", "[1, 2]");

    /** These take a second tensor for what it tells of the first: the batch, which rows are taken, or where elements belong. */
    private static final Set<String> TAKING_ANOTHER = Set.of("expand", "maxunpool", "take");

    /**
     * The operator with 1 for all that it requires, or with what it can be; of two bounds, it requires one, and so of a size and a
     * factor. */
    private static Op simplest(Operator operator, Inputs in) {
        Arguments given = new Arguments();
        PlainValue value = Written.value(REQUIRED.getOrDefault(operator.kind(), "1"));
        operator.arguments().stream()
                .filter(argument ->
                        argument.required() || List.of("min", "size").contains(argument.name()))
                .forEach(one -> given.put(one, value));
        return operator.read(given, in);
    }

    private static Inputs input(Operator operator) {
        if (operator.traits().contains(Trait.SOURCE)) {
            return Inputs.NONE;
        }
        if (operator.category() == Category.PRODUCT) {
            return Inputs.of(TOKENS, TOKENS);
        }
        if (operator.traits().contains(Trait.INDICES)) {
            return new Inputs(List.of(Shape.of(1, 8)), List.of(DType.INT64));
        }
        if (operator.category() == Category.RECURRENT) {
            return Inputs.of(Shape.of(1, 8, 4));
        }
        return switch (operator.kind()) {
            case "take" -> new Inputs(List.of(TOKENS, TOKENS), List.of(DType.INT64, DType.INT64));
            case "maxunpool" -> new Inputs(List.of(IMAGE, IMAGE), List.of(DType.FLOAT32, DType.INT64));
            case "div", "sub" -> Inputs.of(IMAGE, IMAGE);
            case "fold" -> Inputs.of(Shape.of(1, 8, 1));
            default -> Inputs.of(IMAGE);
        };
    }

    @Test
    void kindsAreSortedAndEachIsThereOnce() {
        assertThat(List.copyOf(Catalogue.kinds())).isNotEmpty().isSorted().doesNotHaveDuplicates();
        assertThat(operators()).extracting(Operator::kind).containsExactlyElementsOf(Catalogue.kinds());
    }

    @ParameterizedTest
    @MethodSource("operators")
    void aKindIsAWordInLowerCaseAndHasAMeaning(Operator operator) {
        assertThat(operator.kind()).matches("[a-z]+[0-9]*");
        assertThat(operator.meaning()).isNotBlank().doesNotEndWith(".");
    }

    /** That of a {@link Trait#PRODUCT} is not among them: see below. */
    @Test
    void traitsAreThoseOfTheFieldsKinds() {
        assertThat(having(Trait.POOL))
                .containsExactly(
                        "adaptiveavgpool",
                        "adaptivemaxpool",
                        "avgpool",
                        "globalavgpool",
                        "globalmaxpool",
                        "lppool",
                        "maxpool");
        assertThat(having(Trait.TO_SIZE)).containsExactly("adaptiveavgpool", "adaptivemaxpool");
        assertThat(having(Trait.ACTIVATION))
                .containsExactly(
                        "celu",
                        "elu",
                        "hardsigmoid",
                        "hardswish",
                        "hardtanh",
                        "leakyrelu",
                        "mish",
                        "relu",
                        "relu6",
                        "selu",
                        "sigmoid",
                        "silu",
                        "tanh",
                        "threshold");
        assertThat(having(Trait.MAP_TO_VECTOR)).containsExactly("flatten");
        assertThat(having(Trait.LIGHTER_AFTER_AVERAGE)).containsExactly("linear");
        assertThat(having(Trait.LIGHTER_IN_SMALL_KERNELS)).containsExactly("conv");
        assertThat(having(Trait.LIGHTER_AFTER_BOTTLENECK)).containsExactly("conv");
        assertThat(having(Trait.LIGHTER_IN_GROUPS)).containsExactly("conv");
        assertThat(having(Trait.DECLARED)).containsExactly("custom");
        assertThat(having(Trait.WITHOUT_GAIN)).containsExactly("lrn");
    }

    private static List<String> having(Trait trait) {
        return operators().stream()
                .filter(operator -> operator.traits().contains(trait))
                .map(Operator::kind)
                .toList();
    }

    static Stream<Operator> computed() {
        return operators().stream().filter(operator -> !operator.traits().contains(Trait.DECLARED));
    }

    /** Multiply-adds are the work of sums of products. */
    @ParameterizedTest
    @MethodSource("computed")
    void whatHasProductsHasMultiplyAddsAndNothingElseHas(Operator operator) {
        Layer layer = Layer.of(simplest(operator, input(operator)), input(operator));

        boolean multiplies = operator.traits().contains(Trait.PRODUCT) || operator.category() == Category.PRODUCT;
        assertThat(multiplies).isEqualTo(layer.multiplyAdds() > 0);
    }

    @ParameterizedTest
    @MethodSource("operators")
    void argumentsHaveDifferentNamesInSnakeCaseAndMeanings(Operator operator) {
        assertThat(operator.arguments())
                .extracting(Argument::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+(_[a-z]+)*"));
        assertThat(operator.arguments()).extracting(Argument::meaning).allMatch(meaning -> !meaning.isBlank());
    }

    @ParameterizedTest
    @MethodSource("operators")
    void onlyTheFirstArgumentMayBeTheUsualOne(Operator operator) {
        assertThat(operator.arguments().stream().skip(1)).noneMatch(Argument::usual);
    }

    @ParameterizedTest
    @MethodSource("operators")
    void aFallbackWrittenIntoASpecIsReadAsTheFallback(Operator operator) {
        for (Argument<?> argument : operator.arguments()) {
            argument.fallbackText()
                    .ifPresent(text -> assertThat((Object) argument.read(Written.value(text)))
                            .isEqualTo(argument.fallback().orElseThrow()));
        }
    }

    @ParameterizedTest
    @MethodSource("operators")
    void anOperatorIsFoundByTheKindOfWhatItReads(Operator operator) {
        Op op = simplest(operator, input(operator));
        assertThat(op.kind()).isEqualTo(operator.kind());
        assertThat(Catalogue.find(op.kind())).containsSame(operator);
        assertThat(Catalogue.infer(op, input(operator)).outputs().get(0).shape().batch())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("computed")
    void onlyWhatJoinsTakesTwoInputs(Operator operator) {
        Inputs one = operator.traits().contains(Trait.SOURCE) ? Inputs.of(IMAGE) : input(operator);
        Inputs two = one.size() == 2
                ? one
                : new Inputs(
                        Collections.nCopies(2, one.first()),
                        Collections.nCopies(2, one.types().get(0)));
        if (operator.joins() || TAKING_ANOTHER.contains(operator.kind())) {
            assertThat(Layer.of(simplest(operator, two), two).output().batch()).isEqualTo(1);
        } else {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> Layer.of(simplest(operator, input(operator)), two))
                    .returns("too-many-inputs", Refusal::code);
        }
    }

    @Test
    void everyRecordOfAttributesIsInTheCatalogue() {
        Set<String> catalogued = operators().stream()
                .map(operator -> simplest(operator, input(operator)).getClass().getName())
                .collect(Collectors.toSet());
        Stream<JavaClass> written = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.archmeter.op")
                        .stream()
                        // An operator of a file and layers that run as one have no name in specs.
                        .filter(type -> type.isAssignableTo(Op.class)
                                && !type.isEquivalentTo(OnnxOperator.class)
                                && !type.isEquivalentTo(Fused.class));
        assertThat(written.toList())
                .allMatch(JavaClass::isRecord)
                .extracting(JavaClass::getName)
                .containsExactlyInAnyOrderElementsOf(catalogued);
    }

    @Test
    void whatIsNotInTheCatalogueHasNoFacts() {
        assertThat(Catalogue.find("conv2d")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Catalogue.infer(new Input(true), Inputs.of(IMAGE)))
                .withMessage("no such operator: input");
    }

    @Test
    void theCatalogueStaysAsItIs() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> Catalogue.operators().clear());
    }

    /** Names, order and shapes as in the state_dict of torchvision 0.28's resnet50 and alexnet. */
    @Test
    void tensorsAreNamedAsPyTorchNamesThem() {
        assertThat(tensors("conv", "channels=64; kernel=7; stride=2; padding=3; bias=false", "1x3x224x224"))
                .containsExactly("weight 64x3x7x7");
        assertThat(tensors("batchnorm", "", "1x64x112x112"))
                .containsExactly("weight 64", "bias 64", "running_mean 64", "running_var 64", "num_batches_tracked ");
        assertThat(tensors("linear", "features=1000", "1x2048")).containsExactly("weight 1000x2048", "bias 1000");
        assertThat(tensors("conv", "channels=64; kernel=11; stride=4; padding=2", "1x3x224x224"))
                .containsExactly("weight 64x3x11x11", "bias 64");
    }

    private static List<String> tensors(String kind, String arguments, String input) {
        Layer layer = Layer.of(kind, arguments, input);
        return layer.inferred().weights().stream()
                .map(weight -> weight.name() + " " + weight.shape())
                .toList();
    }
}
