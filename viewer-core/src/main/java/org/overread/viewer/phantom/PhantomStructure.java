// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom;

import java.util.OptionalDouble;
import org.overread.viewer.phantom.shape.Body;

/// A part of the phantom that has a name: the truth to measure labels against.
///
/// An organ's body includes what lies in it: the liver has its vessels and lesions, a lung its vessels. `snomed` is a
/// SNOMED CT code, `value` the number of the structure in label maps.
public record PhantomStructure(int value, String name, String snomed, Body body) {

    /// Millilitres by formula; empty where the body has none and its voxels must be counted.
    public OptionalDouble volumeMl() {
        return body.volumeMl();
    }
}
