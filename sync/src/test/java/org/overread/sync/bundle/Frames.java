// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.refusal.RefusedException;

/// A bundle as its frames, to be changed and put together again with right digests, as a forger would.
record Frames(List<Frame> all) {

    static Frames of(Bytes bundle) throws IOException, RefusedException {
        var reader = new FrameReader(new ByteArrayInputStream(bundle.toArray()));
        var all = new ArrayList<Frame>();
        while (true) {
            Frame frame = reader.next();
            if (frame.type() == FrameType.END) {
                return new Frames(all);
            }
            all.add(frame);
        }
    }

    Bytes bytes() throws IOException {
        var out = new ByteArrayOutputStream();
        var writer = new FrameWriter(out);
        for (Frame frame : all) {
            writer.write(frame.type(), frame.bytes());
        }
        writer.end();
        return Bytes.handedOver(out.toByteArray());
    }

    /// The place of the nth frame of a type.
    int place(FrameType type, int nth) {
        int seen = 0;
        for (int n = 0; n < all.size(); n++) {
            if (all.get(n).type() == type && seen++ == nth) {
                return n;
            }
        }
        throw new IllegalArgumentException("no " + type + " number " + nth);
    }

    Frames with(int place, UnaryOperator<Bytes> change) {
        var copy = new ArrayList<>(all);
        Frame frame = copy.get(place);
        copy.set(place, new Frame(frame.type(), change.apply(frame.bytes())));
        return new Frames(copy);
    }

    Frames without(int place) {
        var copy = new ArrayList<>(all);
        copy.remove(place);
        return new Frames(copy);
    }

    Frames swapped(int a, int b) {
        var copy = new ArrayList<>(all);
        copy.set(a, all.get(b));
        copy.set(b, all.get(a));
        return new Frames(copy);
    }

    Frames copied(int from, int to) {
        var copy = new ArrayList<>(all);
        copy.add(to, all.get(from));
        return new Frames(copy);
    }

    Frames doubled(int place) {
        return copied(place, place);
    }

    static UnaryOperator<Bytes> flip(int at) {
        return bytes -> {
            byte[] changed = bytes.toArray();
            changed[at < 0 ? changed.length + at : at] ^= 1;
            return Bytes.handedOver(changed);
        };
    }
}
