package io.archmeter.reports;

import java.math.BigDecimal;

/** In what a figure is printed. */
enum Unit {
    ONE("", "1", ""),
    K(" k", "1000", ""),
    M(" M", "1e6", ""),
    G(" G", "1e9", ""),
    /** Table 1 of the GoogLeNet paper: the linear layer's 1024·1000 weights are its "1000K". */
    K1024(" K", "1024", ""),
    BYTES(" bytes", "1", ""),
    KIB(" KiB", "1024", " bytes"),
    MB(" MB", "1048576", " bytes"),
    DECIMAL_MB(" MB of 10⁶ bytes", "1e6", " bytes"),
    TIMES(" times", "1", ""),
    PERCENT(" %", "0.01", ""),
    C2(" C²", "1", ""),
    HW(" HW", "1", ""),
    HWC(" HWC", "1", ""),
    HWC2(" HWC²", "1", "");

    private final String label;
    private final BigDecimal size;
    private final String base;

    Unit(String label, String size, String base) {
        this.label = label;
        this.size = new BigDecimal(size);
        this.base = base;
    }

    /** What stands after a number. */
    String label() {
        return label;
    }

    /** How many of what is counted make one. */
    BigDecimal size() {
        return size;
    }

    /** What is counted, as it stands after a number. */
    String base() {
        return base;
    }
}
