// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.present;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.overread.viewer.dicom.parse.Attributes;
import org.overread.viewer.dicom.present.PresentationState.Drawing;
import org.overread.viewer.dicom.present.PresentationState.Missing;

/// Reads the layers of what is drawn, lowest first, and what lies on them (PS3.3 C.10.5 and C.10.7).
final class LayerReader {
    private final Attributes header;
    private final Named named;
    private final Map<String, Layer> layers = new HashMap<>();

    private record Layer(double order, Optional<Integer> rgb) {
        static final Layer UNKNOWN = new Layer(Double.MAX_VALUE, Optional.empty());
    }

    LayerReader(Attributes header, Named named) {
        this.header = header;
        this.named = named;
        for (Attributes item : header.items(PresentationTags.LAYERS)) {
            double order = item.number(PresentationTags.LAYER_ORDER).orElse(Double.MAX_VALUE);
            layers.put(item.text(PresentationTags.LAYER), new Layer(order, rgb(item)));
        }
    }

    private static Optional<Integer> rgb(Attributes layer) {
        List<Double> lab = layer.numbers(PresentationTags.LAYER_CIELAB);
        if (lab.size() == 3) {
            return Optional.of(Cielab.rgb(lab.get(0), lab.get(1), lab.get(2)));
        }
        return layer.numbers(PresentationTags.LAYER_GREY).stream().findFirst().map(Cielab::grey);
    }

    private Layer layer(String name) {
        return layers.getOrDefault(name, Layer.UNKNOWN);
    }

    /// What a layer without a colour of its own is drawn in is up to who draws it.
    Optional<Integer> rgb(String layer) {
        return layer(layer).rgb();
    }

    List<Drawing> drawings(List<DisplayedPart> parts, Set<Missing> missing) {
        var shapes = new ShapeReader(parts, missing);
        List<Attributes> items = new ArrayList<>(header.items(PresentationTags.ANNOTATIONS));
        items.sort(
                Comparator.comparingDouble(
                        item -> layer(item.text(PresentationTags.LAYER)).order()));
        for (Attributes item : items) {
            shapes.read(item, named.images(item), rgb(item.text(PresentationTags.LAYER)));
        }
        return shapes.all();
    }
}
