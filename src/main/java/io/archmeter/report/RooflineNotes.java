package io.archmeter.report;

import io.archmeter.facts.Amount;
import io.archmeter.report.document.Note;
import io.archmeter.report.text.Readable;
import io.archmeter.roofline.Device;
import io.archmeter.roofline.DeviceBounds;
import io.archmeter.roofline.Lookup;
import io.archmeter.roofline.RooflineLayer;
import java.util.ArrayList;
import java.util.List;

/** What the words of a roofline mean, and under which assumption each of its bounds is one. */
final class RooflineNotes {
    private RooflineNotes() {}

    static List<Note> of(List<RooflineDocument.Entry> models) {
        List<Note> notes = new ArrayList<>();
        if (models.size() == 1) {
            notes.addAll(Facts.said(models.get(0).network().notes()));
        }
        notes.add(Note.of(
                "moved: bytes that a layer has to read and write, each tensor once; of an input what its windows see",
                RooflineColumns.MOVED));
        if (models.stream().anyMatch(RooflineNotes::hasStillLayers)) {
            notes.add(Note.of(
                    "0 B moved: what the layer puts out is its input under another shape, a part of it in one piece, or a weight;"
                            + " a layer that works in place reads and writes like others",
                    RooflineColumns.MOVED));
        }
        lookups(models, notes);
        notes.add(Note.of(
                "operations: two for each multiply-add, of those whose tap falls on the input and not on padding; others are counted apart, and"
                        + " in no bound",
                RooflineColumns.OPERATIONS));
        notes.add(Note.of("per byte: operations per byte moved, the arithmetic intensity", RooflineColumns.INTENSITY));
        models.get(0).bounds().ifPresent(bounds -> notes.addAll(ofBounds(bounds)));
        return notes;
    }

    private static boolean hasStillLayers(RooflineDocument.Entry model) {
        return !model.network().layers().stream().allMatch(RooflineLayer::moves);
    }

    private static void lookups(List<RooflineDocument.Entry> models, List<Note> notes) {
        for (RooflineDocument.Entry model : models) {
            for (Lookup lookup : model.network().lookups()) {
                String before = models.size() == 1 ? "" : model.network().model() + " ";
                notes.add(Note.of(
                        before + lookup.layer() + ": which rows it reads only its indices know; counted are "
                                + words(lookup.least()) + ", and at most it reads " + words(lookup.most()),
                        RooflineColumns.MOVED));
            }
        }
    }

    private static String words(Amount bytes) {
        return bytes.isExact() ? Readable.bytes(bytes.atLeast()) : "an unknown number of bytes";
    }

    private static List<Note> ofBounds(DeviceBounds bounds) {
        Device device = bounds.device();
        List<Note> notes = new ArrayList<>();
        notes.add(Note.of(
                "at least: the longer of compute (operations at the peak of the type) and memory (bytes at the bandwidth): a bound and"
                        + " no prediction",
                RooflineColumns.LEAST));
        notes.add(Note.of(
                "layer by layer: a bound where each layer reads from memory and writes to it, and begins when the one before has"
                        + " ended; caches and fused layers can do with less",
                RooflineColumns.LEAST));
        notes.add(Note.of(
                "fused into one: inputs, weights and outputs of the network are moved once, and nothing between its layers; the"
                        + " least time however it runs, but where an algorithm needs fewer multiply-adds (Winograd, FFT, without what a mask hides), or weights are folded into"
                        + " others or stay on the chip from pass to pass",
                RooflineColumns.LEAST));
        for (String note : device.notes()) {
            notes.add(Note.of(device.name() + ": " + note, RooflineColumns.LEAST));
        }
        return notes;
    }
}
