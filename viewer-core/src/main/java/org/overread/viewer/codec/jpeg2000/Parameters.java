// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.codec.picture.ByteReader;

/// The markers that steer the decoding of tiles. The main header's hold for all tiles; a tile's first header may
/// replace them for it. What is said of one component beats what is said of all, at the same level.
final class Parameters {
    private final int components;
    private int scanStyle;
    private int order;
    private int layers;
    private int transform;
    private @Nullable BlockStyle style;
    private final @Nullable BlockStyle[] ownStyle;
    private @Nullable Quantisation quantisation;
    private final @Nullable Quantisation[] ownQuantisation;
    private final int[] regionShift;
    private final List<Progression> changes = new ArrayList<>();

    Parameters(int components) {
        this.components = components;
        ownStyle = new BlockStyle[components];
        ownQuantisation = new Quantisation[components];
        regionShift = new int[components];
    }

    /// A tile's, to be changed by its header.
    Parameters(Parameters main) {
        this(main.components);
        scanStyle = main.scanStyle;
        order = main.order;
        layers = main.layers;
        transform = main.transform;
        style = main.style;
        quantisation = main.quantisation;
        for (int c = 0; c < components; c++) {
            ownStyle[c] = main.ownStyle[c];
            ownQuantisation[c] = main.ownQuantisation[c];
            regionShift[c] = main.regionShift[c];
        }
        changes.addAll(main.changes);
    }

    /// Takes in a marker segment; those of no effect on decoding are passed over.
    void read(int marker, ByteReader in, boolean ofTile) throws BrokenPictureException {
        switch (marker) {
            case 0xFF52 -> readStyle(in, ofTile);
            case 0xFF53 -> {
                int c = component(in);
                boolean ownPrecincts = (in.u8() & 1) != 0;
                ownStyle[c] = BlockStyle.read(in, ownPrecincts);
            }
            case 0xFF5C -> {
                quantisation = Quantisation.read(in);
                if (ofTile) {
                    Arrays.fill(ownQuantisation, null);
                }
            }
            case 0xFF5D -> {
                int c = component(in);
                ownQuantisation[c] = Quantisation.read(in);
            }
            case 0xFF5E -> {
                int c = component(in);
                if (in.u8() != 0) {
                    throw BrokenPictureException.corrupt("a JPEG 2000 region of interest");
                }
                regionShift[c] = in.u8();
            }
            case 0xFF5F -> readOrderChanges(in, ofTile);
            case 0xFF60, 0xFF61 ->
                    throw BrokenPictureException.unsupported("packed JPEG 2000 packet headers");
            case 0xFF72, 0xFF73, 0xFF74, 0xFF75, 0xFF76, 0xFF77, 0xFF78, 0xFF79 ->
                    throw BrokenPictureException.unsupported("a JPEG 2000 part 2 extension");
            default -> {} // lengths, comments, registration, capabilities
        }
    }

    private void readStyle(ByteReader in, boolean ofTile) throws BrokenPictureException {
        scanStyle = in.u8();
        order = in.u8();
        layers = in.u16();
        transform = in.u8();
        if (order > 4 || layers == 0 || transform > 1) {
            throw BrokenPictureException.corrupt("a JPEG 2000 coding style");
        }
        style = BlockStyle.read(in, (scanStyle & 1) != 0);
        if (ofTile) {
            Arrays.fill(ownStyle, null);
        }
    }

    private void readOrderChanges(ByteReader in, boolean ofTile) throws BrokenPictureException {
        if (ofTile) {
            changes.clear();
        }
        while (in.remaining() > 0) {
            int firstResolution = in.u8();
            int firstComponent = components < 257 ? in.u8() : in.u16();
            int layerEnd = in.u16();
            int resolutionEnd = in.u8();
            int componentEnd = components < 257 ? in.u8() : in.u16();
            int changed = in.u8();
            if (changed > 4 || changes.size() > 64) {
                throw BrokenPictureException.corrupt("a JPEG 2000 progression");
            }
            changes.add(
                    new Progression(
                            Progression.Order.of(changed),
                            firstResolution,
                            resolutionEnd,
                            firstComponent,
                            componentEnd == 0 ? components : componentEnd,
                            layerEnd));
        }
    }

    private int component(ByteReader in) throws BrokenPictureException {
        int c = components < 257 ? in.u8() : in.u16();
        if (c >= components) {
            throw BrokenPictureException.corrupt("JPEG 2000 parameters of component " + c);
        }
        return c;
    }

    BlockStyle style(int component) throws BrokenPictureException {
        BlockStyle own = ownStyle[component];
        BlockStyle found = own == null ? style : own;
        if (found == null) {
            throw BrokenPictureException.corrupt("a JPEG 2000 tile before its coding style");
        }
        return found;
    }

    Quantisation quantisation(int component) throws BrokenPictureException {
        Quantisation own = ownQuantisation[component];
        Quantisation found = own == null ? quantisation : own;
        if (found == null) {
            throw BrokenPictureException.corrupt("a JPEG 2000 tile before its quantisation");
        }
        return found;
    }

    int regionShift(int component) {
        return regionShift[component];
    }

    int layers() {
        return layers;
    }

    /// Whether the first three components are coded as luminance and chrominance.
    boolean colourTransformed() {
        return transform == 1;
    }

    boolean mayHavePacketStarts() {
        return (scanStyle & 2) != 0;
    }

    boolean mayHaveHeaderEnds() {
        return (scanStyle & 4) != 0;
    }

    /// The progressions of a tile one after the other.
    List<Progression> progressions() {
        if (!changes.isEmpty()) {
            return List.copyOf(changes);
        }
        return List.of(new Progression(Progression.Order.of(order), 0, 33, 0, components, layers));
    }
}
