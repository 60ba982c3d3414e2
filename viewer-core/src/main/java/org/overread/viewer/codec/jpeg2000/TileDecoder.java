// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.codec.picture.Picture;
import org.overread.viewer.codec.picture.Signedness;

/// Decodes one tile: packets, blocks, wavelet, colour, level shift.
final class TileDecoder {
    private final ImageSize size;
    private final Parameters parameters;
    private final Area area;
    private final Picture picture;
    private final WorkingMemory memory;

    TileDecoder(
            ImageSize size,
            int tile,
            Parameters parameters,
            Picture picture,
            WorkingMemory memory) {
        this.size = size;
        this.parameters = parameters;
        this.picture = picture;
        this.memory = memory;
        area = size.tile(tile);
    }

    /// Decodes the packets that lie in `bytes` from `start` to `limit`; whether it was done without loss.
    boolean decode(byte[] bytes, int start, int limit) throws BrokenPictureException {
        List<TileComponent> components = new ArrayList<>();
        List<Precinct> precincts = new ArrayList<>();
        for (int c = 0; c < size.components(); c++) {
            TileComponent component = new TileComponent(c, area, parameters, size.precision());
            components.add(component);
            precincts.addAll(component.precincts());
        }
        PacketReader packets = new PacketReader(bytes, start, limit, parameters);
        for (Progression progression : parameters.progressions()) {
            progression.read(precincts, packets);
        }
        boolean reversible = components.getFirst().isReversible();
        boolean mixed = components.stream().anyMatch(c -> c.isReversible() != reversible);
        boolean coloured = parameters.colourTransformed();
        if (coloured && (components.size() < 3 || mixed)) {
            throw BrokenPictureException.corrupt("a JPEG 2000 colour transform without colours");
        }
        int[][] whole = new int[components.size()][];
        float[][] real = new float[components.size()][];
        boolean lossless = true;
        for (int c = 0; c < components.size(); c++) {
            TileComponent component = components.get(c);
            if (component.isReversible()) {
                whole[c] = room(c);
                component.reversibleSamples(bytes, whole[c], memory);
            } else {
                real[c] = memory.pictures().reals(c, area.width() * area.height());
                component.irreversibleSamples(bytes, real[c], memory);
                lossless = false;
            }
        }
        if (coloured && reversible) {
            undoReversibleColour(whole);
        } else if (coloured) {
            undoIrreversibleColour(real);
        }
        for (int c = 0; c < components.size(); c++) {
            if (!components.get(c).isReversible()) {
                whole[c] = room(c);
                round(real[c], whole[c]);
            }
            store(c, whole[c]);
        }
        return lossless;
    }

    private static void undoReversibleColour(int[][] planes) {
        int[] first = planes[0];
        int[] second = planes[1];
        int[] third = planes[2];
        for (int i = 0; i < first.length; i++) {
            int green = first[i] - ((second[i] + third[i]) >> 2);
            int red = third[i] + green;
            int blue = second[i] + green;
            first[i] = red;
            second[i] = green;
            third[i] = blue;
        }
    }

    private static void undoIrreversibleColour(float[][] planes) {
        float[] first = planes[0];
        float[] second = planes[1];
        float[] third = planes[2];
        for (int i = 0; i < first.length; i++) {
            float red = first[i] + 1.402f * third[i];
            float green = first[i] - 0.344136f * second[i] - 0.714136f * third[i];
            float blue = first[i] + 1.772f * second[i];
            first[i] = red;
            second[i] = green;
            third[i] = blue;
        }
    }

    /// Zeros for the samples of a component: a tile that is the whole picture is made in its place.
    private int[] room(int component) {
        int samples = area.width() * area.height();
        return samples == picture.size().area() ? picture.plane(component) : new int[samples];
    }

    private static void round(float[] samples, int[] whole) {
        for (int i = 0; i < whole.length; i++) {
            whole[i] = (int) Math.rint(samples[i]);
        }
    }

    private void store(int component, int[] samples) {
        boolean signed = size.signedness() == Signedness.SIGNED;
        int shift = signed ? 0 : 1 << (size.precision() - 1);
        int low = signed ? -1 << (size.precision() - 1) : 0;
        int high = low + ((1 << size.precision()) - 1);
        int[] plane = picture.plane(component);
        int columns = picture.size().columns();
        for (int y = 0; y < area.height(); y++) {
            int from = y * area.width();
            int to = (area.y0() - size.y0() + y) * columns + area.x0() - size.x0();
            for (int x = 0; x < area.width(); x++) {
                plane[to + x] = Math.max(low, Math.min(high, samples[from + x] + shift));
            }
        }
    }
}
