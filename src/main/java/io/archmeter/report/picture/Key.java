package io.archmeter.report.picture;

/** What a colour stands for: a line of a legend. */
public record Key(Paint paint, String words) {}
