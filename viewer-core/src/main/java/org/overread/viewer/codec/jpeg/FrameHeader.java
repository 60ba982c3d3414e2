// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg;

import java.util.ArrayList;
import java.util.List;
import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.codec.picture.ByteReader;
import org.overread.viewer.codec.picture.PictureSize;

/// What SOF says.
record FrameHeader(Mode mode, int precision, List<Component> components) {
    enum Mode {
        SEQUENTIAL,
        PROGRESSIVE,
        LOSSLESS
    }

    /// A component: its name, its samples across and down in an MCU, its quantisation table.
    record Component(int id, int across, int down, int table) {}

    FrameHeader {
        components = List.copyOf(components);
    }

    static FrameHeader read(int marker, ByteReader in, PictureSize size)
            throws BrokenPictureException {
        Mode mode =
                switch (marker) {
                    case 0xC0, 0xC1 -> Mode.SEQUENTIAL;
                    case 0xC2 -> Mode.PROGRESSIVE;
                    case 0xC3 -> Mode.LOSSLESS;
                    default ->
                            throw BrokenPictureException.unsupported(
                                    "JPEG process SOF" + (marker - 0xC0));
                };
        int precision = in.u8();
        boolean known =
                mode == Mode.LOSSLESS
                        ? precision >= 2 && precision <= 16
                        : precision == 8 || precision == 12;
        if (!known) {
            throw BrokenPictureException.unsupported("a JPEG precision of " + precision + " bits");
        }
        int rows = in.u16();
        int columns = in.u16();
        int count = in.u8();
        // no rows: a DNL marker after the first scan states them, and the caller knows them
        if ((rows != 0 && rows != size.rows())
                || columns != size.columns()
                || count != size.components()) {
            throw BrokenPictureException.otherSize(size, columns + " x " + rows + " x " + count);
        }
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int id = in.u8();
            int sampling = in.u8();
            Component component = new Component(id, sampling >>> 4, sampling & 0xF, in.u8());
            if (component.across < 1
                    || component.across > 4
                    || component.down < 1
                    || component.down > 4
                    || component.table > 3) {
                throw BrokenPictureException.corrupt("a JPEG component sampled by " + sampling);
            }
            components.add(component);
        }
        return new FrameHeader(mode, precision, components);
    }

    int maxAcross() {
        return components.stream().mapToInt(Component::across).max().orElse(1);
    }

    int maxDown() {
        return components.stream().mapToInt(Component::down).max().orElse(1);
    }

    int indexOf(int id) throws BrokenPictureException {
        for (int i = 0; i < components.size(); i++) {
            if (components.get(i).id == id) {
                return i;
            }
        }
        throw BrokenPictureException.corrupt("a JPEG scan of component " + id);
    }
}
