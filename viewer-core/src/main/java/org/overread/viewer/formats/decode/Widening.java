// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.decode;

import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.formats.outcome.UnreadableImage;
import org.overread.viewer.formats.sample.HeapRoom;
import org.overread.viewer.formats.sample.PlaneStore;
import org.overread.viewer.formats.sample.PlaneStore.Kind;

/// Decides how wide the voxels of a file must be, from the values as they come: 16 bits with sign, without, or 32-bit
/// floating point. Belongs to one thread.
final class Widening {
    private final String file;
    private final long samples;
    private final PlaneStore planes;
    private final HeapRoom room;
    private boolean negativeSeen;

    Widening(String file, long samples, PlaneStore planes, HeapRoom room) {
        this.file = file;
        this.samples = samples;
        this.planes = planes;
        this.room = room;
    }

    /// Makes the planes hold whole numbers from `least` to `most`.
    void admitWhole(double least, double most) throws UnreadableImage {
        negativeSeen |= least < 0;
        Kind needed =
                least >= Short.MIN_VALUE && most <= Short.MAX_VALUE
                        ? Kind.INT16
                        : least >= 0 && most <= 0xffff ? Kind.UINT16 : Kind.FLOAT32;
        if (planes.kind() == Kind.UINT16 || needed == Kind.UINT16) {
            needed = negativeSeen || needed == Kind.FLOAT32 ? Kind.FLOAT32 : Kind.UINT16;
        }
        widenTo(needed);
    }

    void admitFractions() throws UnreadableImage {
        widenTo(Kind.FLOAT32);
    }

    private void widenTo(Kind needed) throws UnreadableImage {
        if (needed.compareTo(planes.kind()) <= 0) {
            return;
        }
        if (needed == Kind.FLOAT32) {
            long more = samples * (Float.BYTES - Short.BYTES);
            long free = room.forBytes(more);
            if (free < more) {
                throw new UnreadableImage(
                        new ReadRefusal.TooLarge(file, samples * Float.BYTES, free));
            }
        }
        planes.widenTo(needed);
    }
}
