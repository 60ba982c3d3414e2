// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.pixel;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.overread.viewer.codec.CodedColour;
import org.overread.viewer.dicom.pixel.Photometry.Arrangement;

/// Decodes slices of colours, each packed as a voxel holds it. Keeps the memory of one slice; one thread uses it.
final class ColourSlices {
    private final FrameBytes plain;
    private final CompressedSlices compressed;
    private int[] samples = new int[0];

    ColourSlices(FrameBytes plain, CompressedSlices compressed) {
        this.plain = plain;
        this.compressed = compressed;
    }

    void decode(SliceSource slice, int[] target) throws IOException {
        PixelLayout layout = slice.layout();
        switch (layout.photometry()) {
            case Photometry.Grey _ -> throw new IllegalArgumentException("these pixels are grey");
            case Photometry.Channels(ColourSpace space, Arrangement arrangement) -> {
                switch (layout.packing()) {
                    case Packing.Plain _, Packing.Deflated _ -> {
                        read(plain.read(slice), layout, arrangement);
                        pack(samples, layout, space, target);
                    }
                    case Packing.Encapsulated packing -> {
                        ColourSpace coded = space(compressed.colour(slice, packing), space);
                        pack(compressed.decode(slice, packing), layout, coded, target);
                    }
                }
            }
            case Photometry.Indexed(Palette palette) -> {
                StoredSamples stored =
                        switch (layout.packing()) {
                            case Packing.Plain _, Packing.Deflated _ ->
                                    StoredSamples.of(plain.read(slice), layout);
                            case Packing.Encapsulated packing ->
                                    StoredSamples.of(compressed.decode(slice, packing), layout);
                        };
                int n = 0;
                for (int row = 0; row < layout.rows(); row++) {
                    for (int column = 0; column < layout.columns(); column++) {
                        target[n++] = palette.at(stored.whole(row, column));
                    }
                }
            }
        }
    }

    /// The codestream knows better than the header.
    private static ColourSpace space(CodedColour coded, ColourSpace said) {
        return switch (coded) {
            case RGB -> ColourSpace.RGB;
            case YCC -> ColourSpace.YBR_FULL;
            case UNSAID -> said;
        };
    }

    private void read(ByteBuffer bytes, PixelLayout layout, Arrangement arrangement) {
        int pixels = layout.columns() * layout.rows();
        if (samples.length < 3 * pixels) {
            samples = new int[3 * pixels];
        }
        switch (arrangement) {
            case BY_PIXEL -> {
                for (int n = 0; n < 3 * pixels; n++) {
                    samples[n] = sample(bytes, layout, n);
                }
            }
            case BY_PLANE -> {
                for (int n = 0; n < pixels; n++) {
                    for (int channel = 0; channel < 3; channel++) {
                        samples[3 * n + channel] = sample(bytes, layout, channel * pixels + n);
                    }
                }
            }
            case BY_PAIR -> {
                for (int n = 0; n < pixels; n++) {
                    int pair = 4 * (n / 2);
                    samples[3 * n] = sample(bytes, layout, pair + n % 2);
                    samples[3 * n + 1] = sample(bytes, layout, pair + 2);
                    samples[3 * n + 2] = sample(bytes, layout, pair + 3);
                }
            }
        }
    }

    private static int sample(ByteBuffer bytes, PixelLayout layout, int n) {
        int raw =
                switch (layout.bitsAllocated()) {
                    case 8 -> bytes.get(n);
                    case 16 -> bytes.getShort(2 * n);
                    default -> bytes.getInt(4 * n);
                };
        return (raw << (31 - layout.highBit())) >>> (32 - layout.bitsStored());
    }

    /// More than 8 bits a sample keep the upper ones, fewer are spread.
    private static void pack(int[] samples, PixelLayout layout, ColourSpace space, int[] target) {
        int pixels = layout.columns() * layout.rows();
        int bits = layout.bitsStored();
        if (bits == 8) {
            for (int n = 0; n < pixels; n++) {
                target[n] = space.packed(samples[3 * n], samples[3 * n + 1], samples[3 * n + 2]);
            }
            return;
        }
        for (int n = 0; n < pixels; n++) {
            target[n] =
                    space.packed(
                            level(samples[3 * n], bits),
                            level(samples[3 * n + 1], bits),
                            level(samples[3 * n + 2], bits));
        }
    }

    private static int level(int sample, int bits) {
        return bits > 8 ? sample >>> (bits - 8) : sample * 255 / ((1 << bits) - 1);
    }
}
