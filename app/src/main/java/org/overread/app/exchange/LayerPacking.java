// SPDX-License-Identifier: Apache-2.0
package org.overread.app.exchange;

import java.util.ArrayList;
import java.util.List;
import org.overread.segmentation.mask.Mask;

/// Masks that may overlap, put into layers within which none does: each goes into the first layer where it has room. The
/// order of the masks decides, so equal readings are packed equally.
///
/// @param layers the masks of each layer; the value of a mask is its place in the layer, from 1 on
public record LayerPacking(List<List<Numbered>> layers) {

    /// A mask and its place in the list that was packed.
    public record Numbered(int index, Mask mask) {}

    public LayerPacking {
        layers = layers.stream().map(List::copyOf).toList();
    }

    public static LayerPacking of(List<Mask> masks) {
        var layers = new ArrayList<List<Numbered>>();
        var unions = new ArrayList<Mask>();
        for (int n = 0; n < masks.size(); n++) {
            Mask mask = masks.get(n);
            int layer = 0;
            while (layer < layers.size()
                    && !(layers.get(layer).size() < 0xFFFF
                            && unions.get(layer).intersection(mask).isEmpty())) {
                layer++;
            }
            if (layer == layers.size()) {
                layers.add(new ArrayList<>());
                unions.add(mask);
            } else {
                unions.set(layer, unions.get(layer).union(mask));
            }
            layers.get(layer).add(new Numbered(n, mask));
        }
        return new LayerPacking(layers);
    }
}
