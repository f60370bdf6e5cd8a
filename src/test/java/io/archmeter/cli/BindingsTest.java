package io.archmeter.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of an ONNX file from outside, and does not fit it. */
class BindingsTest {
    private static final String TWO_INPUTS = "src/test/resources/onnx/trap_dim_param_shared.onnx";
    private static final String FIXED = "src/test/resources/onnx/trap_conv_auto_valid.onnx";

    @Test
    void oneNameOfTwoInputsIsBoundOnce() {
        Cli.run("analyze", TWO_INPUTS, "--bind", "batch=2,n=5")
                .prints("the file leaves open: batch=2 (--bind), n=5 (--bind)");
    }

    @Test
    void whatIsOpenAndNeededIsAskedFor() {
        Cli.run("analyze", TWO_INPUTS)
                .refusesWith("[open-extent] the file leaves open how large 'n' (axis 1 of input 'x') is");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--bind batsh=2,n=5           | [unknown-binding] the file leaves nothing open that is called so",
                "--bind batsh=2,n=5           | did you mean 'batch'?",
                "--bind n=0                   | [bad-binding] '0' is no size and no shape",
                "--bind n=-3                  | [bad-binding] '-3' is no size and no shape",
                "--bind n=many                | [bad-binding] 'many' is no size and no shape",
                "--bind x=2x5                 | [bad-binding] '2x5' has 2 axes, and the file declares 3 axes",
                "--bind batch=2,n=5 --batch 4 | [bad-binding] --batch says 4, and --bind says batch=2",
                "--bind n=5 --set x=2         | [bad-binding] the elements of this input are float32, and decide nothing",
                "--bind n=5 --set y=2         | [unknown-binding] the file leaves nothing open that is called so",
                "--bind n=5 --set x=two       | [bad-binding] 'two' is no whole number",
                "--bind n=5 --set y=1,2       | [unknown-binding] no input is called so",
            })
    void whatDoesNotFitIsRefused(String options, String problem) {
        String[] given = ("analyze " + TWO_INPUTS + " " + options).split(" ");

        Cli.run(given).refusesWith(problem);
    }

    @Test
    void aBatchReplacesOneThatTheFileFixesToOne() {
        Cli.run("analyze", FIXED, "--batch", "8")
                .prints("the file fixes the first axis of input 'x' to 1; here it is 8 (--batch)");
    }

    @Test
    void aBatchDoesNotReplaceAnotherNumber() {
        Cli.run("analyze", "src/test/resources/onnx/trap_attention23.onnx", "--batch", "8")
                .prints("--batch 8 does not hold for input 'q', whose first axis the file fixes to 2");
    }
}
