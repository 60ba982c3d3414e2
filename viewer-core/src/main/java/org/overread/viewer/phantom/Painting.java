// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom;

import java.util.ArrayList;
import java.util.List;
import org.overread.viewer.phantom.shape.Body;
import org.overread.viewer.volume.PatientPoint;

/// A phantom while it is made: layers in painting order and the structures that get a name.
final class Painting {
    private final List<Layer> layers = new ArrayList<>();
    private final List<PhantomStructure> structures = new ArrayList<>();

    /// Paints a body over what is there and hands it back.
    Body paint(Tissue tissue, Body body) {
        layers.add(new Layer(tissue, body));
        return body;
    }

    /// Gives a body a name and the next number.
    void name(String name, String snomed, Body body) {
        structures.add(new PhantomStructure(structures.size() + 1, name, snomed, body));
    }

    Phantom phantom() {
        return new Phantom(layers, structures);
    }

    static PatientPoint at(double x, double y, double z) {
        return new PatientPoint(x, y, z);
    }
}
