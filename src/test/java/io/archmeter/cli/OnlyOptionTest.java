package io.archmeter.cli;

import org.junit.jupiter.api.Test;

class OnlyOptionTest {
    /**
     * AlexNet has 5 convolutions, 3 linear layers and 14 others. Theirs are no weights, and by hand 2,469,696 parameters are those of the
     * convolutions: 23,296 + 307,392 + 663,936 + 884,992 + 590,080.
     */
    @Test
    void totalsAreThoseOfAllLayersAndTheRestIsTold() {
        Cli.run("analyze", "alexnet", "--only", "linear", "--columns", "params").prints("""

                        layer         parameters
                        ────────────────────────
                        classifier.1     37.75 M
                        classifier.4     16.78 M
                        classifier.6      4.10 M
                        ────────────────────────
                        total            61.10 M

                        not shown, but in the totals: layers 19, parameters 2.47 M, multiply-adds 655.57 M, output memory\
                         4.2 MiB
                        """);
    }

    @Test
    void programsFindWhatIsHiddenAndTheTotalsOfAll() {
        Cli.run("analyze", "alexnet", "--only", "Dense,conv2d", "--format", "json")
                .prints(
                        "\"only\": [\"linear\", \"conv\"],",
                        "\"hidden\": {\n    \"layers\": 14,\n    \"parameters\": 0,")
                .prints("\"totals\": {\n    \"parameters\": 61100840,")
                .doesNotPrint("\"operator\": \"relu\"");
    }

    /** The largest two of five convolutions. */
    @Test
    void theLargestAreThoseOfTheOperators() {
        Cli.run("analyze", "alexnet", "--only", "conv", "--top", "2")
                .prints("\n(3 more layers) ", "\nnot shown, but in the totals: layers 17, parameters 58.63 M, ");
    }

    @Test
    void whereAllLayersAreShownNothingIsHidden() {
        Cli.run("analyze", "src/test/resources/readme/small.yaml", "--only", "conv")
                .prints()
                .doesNotPrint("not shown");
    }

    @Test
    void operatorsThatTheNetworkDoesNotHaveAreNamed() {
        Cli.run("analyze", "alexnet", "--only", "maxpol,lstm").refuses("""
                --only: error: [unknown-operator] there is no operator 'maxpol'
                    remedy: did you mean 'maxpool'?
                --only: error: [absent-operator] there is no layer of the operator 'lstm'
                    remedy: use one of: conv, relu, maxpool, adaptiveavgpool, flatten, dropout, linear
                2 problems
                """);
    }

    @Test
    void modulesAreNoLayers() {
        Cli.run("analyze", "alexnet", "--only", "conv", "--depth", "1").refuses("""
                --only: error: [surplus-option] --only is for layers, and --depth folds them into modules
                    remedy: leave out one of them
                """);
        Cli.run("compare", "alexnet", "--only", "conv", "--by", "stage").refuses("""
                --only: error: [surplus-option] --only is for layers, and compare shows them with --by layer
                    remedy: add --by layer, or leave it out
                """);
    }

    /** One of two models is enough to have an operator; VGG-16 has 13 convolutions, three linear layers and 5 pools. */
    @Test
    void modelsSideBySideShowTheirLayersOfTheOperators() {
        Cli.run("compare", "alexnet", "resnet18", "--by", "layer", "--only", "dropout,add", "--format", "csv")
                .prints("\r\nalexnet,classifier.0,", "\r\nresnet18,layer1.0.add,")
                .doesNotPrint("conv1", "features");
        Cli.run("compare", "alexnet", "vgg16", "--by", "layer", "--only", "conv,linear,maxpool")
                .prints(
                        "\nnot shown of alexnet, but in its totals: layers 11, ",
                        "\nnot shown of vgg16, but in its totals: layers 19, ");
        Cli.run("compare", "alexnet", "vgg16", "--by", "layer", "--only", "conv", "--format", "json")
                .prints("\"only\": [\"conv\"]");
    }
}
