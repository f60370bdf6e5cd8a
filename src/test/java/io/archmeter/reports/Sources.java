package io.archmeter.reports;

/** Where the figures are printed; the page's introduction names the two lectures in full. */
final class Sources {
    static final String EECS = "EECS 498-007";
    static final String CS231N = "CS231n";
    static final String CS231N_NOTES = "the notes of CS231n";
    static final String ALEXNET = "Krizhevsky, Sutskever and Hinton 2012, ImageNet Classification with Deep "
            + "Convolutional Neural Networks, figure 2";
    static final String VGG = paper("Simonyan and Zisserman 2015", "1409.1556");
    static final String GOOGLENET = paper("Szegedy et al. 2015", "1409.4842");
    static final String BATCH_NORMALIZATION = paper("Ioffe and Szegedy 2015", "1502.03167");
    static final String INCEPTION_V3 = paper("Szegedy et al. 2016", "1512.00567");
    static final String RESNET = paper("He et al. 2016", "1512.03385");

    private Sources() {}

    private static String paper(String authors, String arxiv) {
        return authors + ", [arXiv:" + arxiv + "](https://arxiv.org/abs/" + arxiv + ")";
    }
}
