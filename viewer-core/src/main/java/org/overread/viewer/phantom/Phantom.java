// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom;

import java.util.List;
import org.overread.viewer.phantom.shape.Body;
import org.overread.viewer.volume.PatientVector;

/// A patient: bodies filled with tissue, in painting order, and the named structures among them. Positions are
/// millimetres in the patient's frame of reference (LPS).
public final class Phantom {
    private final List<Layer> layers;
    private final List<PhantomStructure> structures;

    Phantom(List<Layer> layers, List<PhantomStructure> structures) {
        this.layers = List.copyOf(layers);
        this.structures = List.copyOf(structures);
    }

    List<Layer> layers() {
        return layers;
    }

    public List<PhantomStructure> structures() {
        return structures;
    }

    public PhantomStructure structure(String name) {
        return structures.stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no structure " + name));
    }

    /// The same patient elsewhere on the table.
    public Phantom moved(PatientVector by) {
        return new Phantom(
                layers.stream().map(l -> new Layer(l.tissue(), l.body().moved(by))).toList(),
                structures.stream()
                        .map(
                                s -> {
                                    Body body = s.body().moved(by);
                                    return new PhantomStructure(
                                            s.value(), s.name(), s.snomed(), body);
                                })
                        .toList());
    }
}
