// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.layer;

import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.tone.Tone;
import org.overread.viewer.volume.Volume;

/// A volume and how its values become colours.
public record ImageLayer(Volume volume, Tone tone, Interpolation interpolation) {}
