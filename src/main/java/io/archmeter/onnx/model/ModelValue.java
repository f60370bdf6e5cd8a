package io.archmeter.onnx.model;

/**
 * A value between nodes. It is known by its number; its name is for people, and another region may use it again.
 *
 * @param number its place among all values of a model
 * @param name as the file has it
 */
public record ModelValue(int number, String name) {}
