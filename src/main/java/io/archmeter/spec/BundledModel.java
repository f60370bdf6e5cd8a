package io.archmeter.spec;

/**
 * A model that comes with the tool.
 *
 * @param name by which it is loaded, e.g. {@code resnet50}
 * @param file where it is written, below {@code specs}, e.g. {@code resnet.yaml}
 * @param title one line about it
 */
public record BundledModel(String name, String file, String title) {}
