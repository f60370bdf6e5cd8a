package io.archmeter.report.answer;

import io.archmeter.report.RooflineDocument;
import io.archmeter.report.RooflineOrder;
import io.archmeter.report.RooflinePicture;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.NamedDocument;
import io.archmeter.report.picture.Picture;
import io.archmeter.roofline.Device;
import io.archmeter.roofline.DeviceBounds;
import io.archmeter.roofline.Roofline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What networks move and compute, and the least time that it takes.
 *
 * @param names of the networks
 * @param device empty where no times are asked for
 */
public record RooflineDocuments(
        List<Roofline> networks, List<String> names, Optional<Device> device, RooflineOrder order)
        implements Documents {
    public RooflineDocuments {
        networks = List.copyOf(networks);
        names = List.copyOf(names);
    }

    @Override
    public List<NamedDocument> in(Format format) {
        List<RooflineDocument.Entry> entries = new ArrayList<>();
        for (Roofline network : networks) {
            Optional<DeviceBounds> bounds = device.map(known -> DeviceBounds.of(network, known));
            String after = PictureNames.after(names, entries.size());
            entries.add(new RooflineDocument.Entry(network, bounds, pictures(bounds, after, format)));
        }
        return List.of(NamedDocument.of(RooflineDocument.of(entries, order)));
    }

    private static List<Picture> pictures(Optional<DeviceBounds> bounds, String after, Format format) {
        return format.showsPictures()
                ? bounds.flatMap(known -> RooflinePicture.of(known, after))
                        .<List<Picture>>map(List::of)
                        .orElse(List.of())
                : List.of();
    }
}
