// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.overlay;

import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.layer.FusedVolume;
import org.overread.viewer.slice.layer.ImageLayer;
import org.overread.viewer.slice.layer.Joining;
import org.overread.viewer.slice.tone.ColorMap;
import org.overread.viewer.slice.tone.Tone;
import org.overread.viewer.volume.Volume;

/// A volume that lies over another. `opacity` is between 0 and 1.
public record Fused(
        Volume volume, Tone tone, double opacity, FusedVolume.Fade fade, FusedVolume.Blend blend) {

    /// As a person expects to see activity over anatomy: warm colours, nothing where there is nothing.
    static Fused of(Volume volume, Tone tone) {
        Tone warm =
                ColorMap.all().stream()
                        .filter(map -> map.name().equals("Hot iron"))
                        .findFirst()
                        .map(tone::withMap)
                        .orElse(tone);
        return new Fused(volume, warm, 0.5, FusedVolume.Fade.LOWEST_CLEAR, FusedVolume.Blend.OVER);
    }

    public Fused withOpacity(double newOpacity) {
        return new Fused(volume, tone, newOpacity, fade, blend);
    }

    public Fused withTone(Tone newTone) {
        return new Fused(volume, newTone, opacity, fade, blend);
    }

    public Fused withBlend(FusedVolume.Blend newBlend) {
        return new Fused(volume, tone, opacity, fade, newBlend);
    }

    FusedVolume over(Joining.Joined joined) {
        return new FusedVolume(
                new ImageLayer(volume, tone, Interpolation.LINEAR), joined, opacity, fade, blend);
    }
}
