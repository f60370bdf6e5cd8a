package io.archmeter.cli;

/** Stands in for the real command line while the build is made. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("archmeter");
    }
}
