package io.archmeter.reports;

/** Where the figures are printed; the page's introduction names the two lectures in full. */
final class Sources {
    static final String EECS = "EECS 498-007";
    static final String CS231N = "CS231n";
    static final String CS231N_NOTES = "the notes of CS231n";
    static final String ALEXNET = "Krizhevsky, Sutskever and Hinton 2012, ImageNet Classification with Deep "
            + "Convolutional Neural Networks, figure 2";
    static final String ZFNET = paper("Zeiler and Fergus 2014", "1311.2901");
    static final String VGG = paper("Simonyan and Zisserman 2015", "1409.1556");
    static final String GOOGLENET = paper("Szegedy et al. 2015", "1409.4842");
    static final String BATCH_NORMALIZATION = paper("Ioffe and Szegedy 2015", "1502.03167");
    static final String INCEPTION_V3 = paper("Szegedy et al. 2016", "1512.00567");
    static final String RESNET = paper("He et al. 2016", "1512.03385");

    static final String RESNEXT = paper("Xie et al. 2017", "1611.05431");
    static final String SENET = paper("Hu et al. 2018", "1709.01507");
    static final String DENSENET = paper("Huang et al. 2017", "1608.06993");
    static final String MOBILENET = paper("Howard et al. 2017", "1704.04861");
    static final String MOBILENET_V2 = paper("Sandler et al. 2018", "1801.04381");
    static final String SHUFFLENET_V2 = paper("Ma et al. 2018", "1807.11164");
    static final String CANZIANI = paper("Canziani, Paszke and Culurciello 2016", "1605.07678");

    private Sources() {}

    private static String paper(String authors, String arxiv) {
        return authors + ", [arXiv:" + arxiv + "](https://arxiv.org/abs/" + arxiv + ")";
    }
}
