// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.codec.picture.PictureSize;

/// One component of one tile: its resolutions, bands, precincts and code-blocks (T.800 Annex B), then its samples.
final class TileComponent {
    /// More magnitude bits than an int holds beside a sign and a half.
    private static final int MAX_PLANES = 30;

    private final int component;
    private final Area area;
    private final BlockStyle style;
    private final Quantisation quantisation;
    private final int regionShift;
    private final int precision;
    private final List<Precinct> precincts = new ArrayList<>();

    TileComponent(int component, Area area, Parameters parameters, int precision)
            throws BrokenPictureException {
        this.component = component;
        this.area = area;
        this.precision = precision;
        style = parameters.style(component);
        quantisation = parameters.quantisation(component);
        regionShift = parameters.regionShift(component);
        if (style.reversible() != (quantisation.style() == Quantisation.Style.NONE)) {
            throw BrokenPictureException.corrupt("a JPEG 2000 filter without its quantisation");
        }
        long room = PictureSize.MAX_SIDE + (long) area.width() * area.height() / 8;
        for (int resolution = 0; resolution <= style.levels(); resolution++) {
            room -= addPrecincts(resolution, room);
        }
    }

    List<Precinct> precincts() {
        return precincts;
    }

    boolean isReversible() {
        return style.reversible();
    }

    private long addPrecincts(int resolution, long room) throws BrokenPictureException {
        int halvings = style.levels() - resolution;
        Area whole = area.reduced(halvings, 0, 0);
        if (whole.isEmpty()) {
            return 0;
        }
        int widthBits = style.precinctWidthBits(resolution);
        int heightBits = style.precinctHeightBits(resolution);
        int left = whole.x0() >> widthBits;
        int top = whole.y0() >> heightBits;
        int right = ((whole.x1() - 1) >> widthBits) + 1;
        int bottom = ((whole.y1() - 1) >> heightBits) + 1;
        List<Band> bands = bands(resolution, whole);
        long used = 0;
        int index = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                List<Precinct.Part> parts = new ArrayList<>();
                for (Band band : bands) {
                    Precinct.Part part = part(band, resolution, x, y, room - used);
                    parts.add(part);
                    used += part.blocks.length;
                }
                used++;
                precincts.add(
                        new Precinct(
                                component,
                                resolution,
                                index++,
                                Math.max(area.x0(), (long) x << (widthBits + halvings)),
                                Math.max(area.y0(), (long) y << (heightBits + halvings)),
                                style,
                                parts));
                if (used > room) {
                    throw BrokenPictureException.unsupported("JPEG 2000 in such small precincts");
                }
            }
        }
        return used;
    }

    private List<Band> bands(int resolution, Area whole) throws BrokenPictureException {
        if (resolution == 0) {
            return List.of(band(Band.Kind.LL, 0, whole, 0));
        }
        int halvings = style.levels() - resolution + 1;
        Area low = area.reduced(halvings, 0, 0);
        int first = 3 * resolution - 2;
        return List.of(
                band(Band.Kind.HL, first, area.reduced(halvings, 1, 0), low.width()),
                band(
                        Band.Kind.LH,
                        first + 1,
                        area.reduced(halvings, 0, 1),
                        low.height() * area.width()),
                band(
                        Band.Kind.HH,
                        first + 2,
                        area.reduced(halvings, 1, 1),
                        low.height() * area.width() + low.width()));
    }

    private Band band(Band.Kind kind, int index, Area bandArea, int target)
            throws BrokenPictureException {
        int exponent = quantisation.exponent(index);
        int planes = quantisation.guardBits() + exponent - 1 + regionShift;
        if (planes > MAX_PLANES) {
            throw BrokenPictureException.unsupported(
                    "JPEG 2000 of " + planes + " magnitude bit planes");
        }
        float step = 1;
        if (!style.reversible()) {
            int gain =
                    switch (kind) {
                        case LL -> 0;
                        case HL, LH -> 1;
                        case HH -> 2;
                    };
            step =
                    (float)
                            (Math.scalb(1.0, precision + gain - exponent)
                                    * (1 + quantisation.mantissa(index) / 2048.0));
        }
        return new Band(kind, bandArea, target, area.width(), planes, step);
    }

    private Precinct.Part part(Band band, int resolution, int x, int y, long room)
            throws BrokenPictureException {
        int halved = resolution == 0 ? 0 : 1;
        int widthBits = style.precinctWidthBits(resolution) - halved;
        int heightBits = style.precinctHeightBits(resolution) - halved;
        Area own =
                band.area()
                        .within(
                                (long) x << widthBits,
                                (long) y << heightBits,
                                (long) (x + 1) << widthBits,
                                (long) (y + 1) << heightBits);
        if (own.isEmpty()) {
            return new Precinct.Part(band, 0, 0, new CodeBlock[0]);
        }
        int blockWidthBits = Math.min(style.blockWidthBits(), widthBits);
        int blockHeightBits = Math.min(style.blockHeightBits(), heightBits);
        int left = own.x0() >> blockWidthBits;
        int top = own.y0() >> blockHeightBits;
        int across = ((own.x1() - 1) >> blockWidthBits) + 1 - left;
        int down = ((own.y1() - 1) >> blockHeightBits) + 1 - top;
        if ((long) across * down > room) {
            throw BrokenPictureException.unsupported("JPEG 2000 in such small code-blocks");
        }
        CodeBlock[] blocks = new CodeBlock[across * down];
        for (int i = 0; i < blocks.length; i++) {
            long blockX = (long) left + i % across;
            long blockY = (long) top + i / across;
            blocks[i] =
                    new CodeBlock(
                            band,
                            own.within(
                                    blockX << blockWidthBits,
                                    blockY << blockHeightBits,
                                    (blockX + 1) << blockWidthBits,
                                    (blockY + 1) << blockHeightBits));
        }
        return new Precinct.Part(band, across, down, blocks);
    }

    private void decodeBlocks(byte[] tile, WorkingMemory memory, BlockCoder.Sink sink)
            throws BrokenPictureException {
        BlockCoder coder =
                style.has(BlockStyle.HIGH_THROUGHPUT)
                        ? new HighThroughputBlockCoder(style)
                        : memory.blocks().withStyle(style);
        List<CodeBlock> blocks =
                precincts.stream()
                        .flatMap(precinct -> precinct.parts().stream())
                        .flatMap(part -> Arrays.stream(part.blocks))
                        .filter(block -> block.passes > 0)
                        .toList();
        coder.decode(
                blocks,
                tile,
                (values, block) -> {
                    if (regionShift > 0) {
                        lowerRegion(values, block.area.width() * block.area.height());
                    }
                    sink.put(values, block);
                });
    }

    private void lowerRegion(int[] values, int count) {
        for (int i = 0; i < count; i++) {
            int magnitude = values[i] & Integer.MAX_VALUE;
            if (regionShift < 31 && magnitude >>> regionShift > 1) {
                values[i] = (values[i] & Integer.MIN_VALUE) | magnitude >>> regionShift;
            }
        }
    }

    /// Makes the samples of a reversibly coded component, before the level shift, of zeros.
    void reversibleSamples(byte[] tile, int[] data, WorkingMemory memory)
            throws BrokenPictureException {
        decodeBlocks(
                tile,
                memory,
                (values, block) -> {
                    Band band = block.band;
                    int width = block.area.width();
                    for (int y = 0; y < block.area.height(); y++) {
                        int to = band.placeOf(block.area.x0(), block.area.y0() + y);
                        for (int x = 0; x < width; x++) {
                            int value = values[y * width + x];
                            int magnitude = (value & Integer.MAX_VALUE) >>> 1;
                            data[to + x] = value < 0 ? -magnitude : magnitude;
                        }
                    }
                });
        ReversibleWavelet.merge(data, area, style.levels(), memory.pictures());
    }

    /// Makes the samples of an irreversibly coded component, before the level shift, of zeros.
    void irreversibleSamples(byte[] tile, float[] data, WorkingMemory memory)
            throws BrokenPictureException {
        decodeBlocks(
                tile,
                memory,
                (values, block) -> {
                    Band band = block.band;
                    int width = block.area.width();
                    float half = band.step() / 2;
                    for (int y = 0; y < block.area.height(); y++) {
                        int to = band.placeOf(block.area.x0(), block.area.y0() + y);
                        for (int x = 0; x < width; x++) {
                            int value = values[y * width + x];
                            float magnitude = (value & Integer.MAX_VALUE) * half;
                            data[to + x] = value < 0 ? -magnitude : magnitude;
                        }
                    }
                });
        IrreversibleWavelet.merge(data, area, style.levels(), memory.pictures());
    }
}
