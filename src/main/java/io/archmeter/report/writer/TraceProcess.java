package io.archmeter.report.writer;

import io.archmeter.report.picture.BlocksOverSteps;
import io.archmeter.report.picture.BlocksOverSteps.Block;
import io.archmeter.report.picture.BlocksOverSteps.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;

/** The events of one picture: how tracks are called, and then, in the order of their steps, what runs, how much is held, and what. */
final class TraceProcess {
    /** Microseconds. */
    static final long STEP = 1_000;

    private static final int STEPS_TRACK = 1;

    private final BlocksOverSteps picture;
    private final int process;
    private final JsonGenerator json;
    private final List<Track> tracks = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();

    /** A line of a viewer: the number of a thread, and what it is called. */
    private record Track(int number, String name) {}

    private record Held(TraceTracks.Event event, int track) {}

    TraceProcess(BlocksOverSteps picture, int process, JsonGenerator json) {
        this.picture = picture;
        this.process = process;
        this.json = json;
        tracks.add(new Track(STEPS_TRACK, "steps"));
        for (int series = 0; series < picture.series().size(); series++) {
            addTracks(series);
        }
        held.sort(Comparator.comparingInt(one -> one.event().first()));
    }

    private void addTracks(int series) {
        List<Block> blocks = picture.blocks().stream()
                .filter(block -> block.series() == series)
                .toList();
        int before = tracks.size();
        TreeSet<Integer> used = new TreeSet<>();
        for (TraceTracks.Event event : TraceTracks.of(blocks)) {
            held.add(new Held(event, STEPS_TRACK + before + event.track()));
            used.add(event.track());
        }
        for (int track : used) {
            tracks.add(new Track(
                    STEPS_TRACK + before + track,
                    picture.series().get(series) + (used.size() == 1 ? "" : " " + (track + 1))));
        }
    }

    void write() {
        writeName("process_name", 0, picture.title());
        for (Track track : tracks) {
            writeName("thread_name", track.number(), track.name());
            writeOrder(track.number());
        }
        long[][] bytes = bytesOfSeries();
        int begun = 0;
        for (int step = 0; step < picture.steps().size(); step++) {
            writeStep(step);
            writeCounters(step, bytes[step]);
            while (begun < held.size() && held.get(begun).event().first() == step) {
                writeHeld(held.get(begun++));
            }
        }
        begin("C", "bytes held", picture.steps().size());
        json.writeObjectPropertyStart("args");
        picture.series().forEach(series -> json.writeNumberProperty(series, 0));
        json.writeEndObject();
        json.writeEndObject();
    }

    private long[][] bytesOfSeries() {
        long[][] bytes = new long[picture.steps().size()][picture.series().size()];
        for (Block block : picture.blocks()) {
            for (Span span : block.spans()) {
                for (int step = span.first(); step <= span.last(); step++) {
                    bytes[step][block.series()] += span.to() - span.from();
                }
            }
        }
        return bytes;
    }

    private void writeName(String what, int track, String name) {
        begin("M", what, 0);
        if (track > 0) {
            json.writeNumberProperty("tid", track);
        }
        json.writeObjectPropertyStart("args");
        json.writeStringProperty("name", name);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeOrder(int track) {
        begin("M", "thread_sort_index", 0);
        json.writeNumberProperty("tid", track);
        json.writeObjectPropertyStart("args");
        json.writeNumberProperty("sort_index", track);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeStep(int step) {
        begin("X", picture.steps().get(step).label(), step);
        json.writeNumberProperty("dur", STEP);
        json.writeNumberProperty("tid", STEPS_TRACK);
        json.writeObjectPropertyStart("args");
        json.writeNumberProperty("bytes", picture.steps().get(step).held().exact());
        json.writeStringProperty("words", picture.steps().get(step).words());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeCounters(int step, long[] bytes) {
        begin("C", "bytes held", step);
        json.writeObjectPropertyStart("args");
        for (int series = 0; series < bytes.length; series++) {
            json.writeNumberProperty(picture.series().get(series), bytes[series]);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeHeld(Held one) {
        TraceTracks.Event event = one.event();
        begin("X", event.block().label(), event.first());
        json.writeNumberProperty("dur", (event.last() - event.first() + 1) * STEP);
        json.writeNumberProperty("tid", one.track());
        json.writeObjectPropertyStart("args");
        json.writeNumberProperty("bytes", event.bytes());
        json.writeStringProperty("words", event.block().words());
        json.writeEndObject();
        json.writeEndObject();
    }

    /** What every event has. */
    private void begin(String phase, String name, int step) {
        json.writeStartObject();
        json.writeStringProperty("ph", phase);
        json.writeStringProperty("name", name);
        json.writeStringProperty("cat", "memory");
        json.writeNumberProperty("pid", process);
        json.writeNumberProperty("ts", step * STEP);
    }
}
