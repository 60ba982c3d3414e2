// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.pixel;

import java.util.AbstractList;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// The arrays of a volume's slices while they come in: until a slice has its own, it shares one of zeros. Whoever sees
/// a slice's own array sees all that was written to it before.
final class SlicePlanes<A> extends AbstractList<A> implements RandomAccess {
    private final AtomicReferenceArray<A> planes;

    SlicePlanes(int count, A zeros) {
        planes = new AtomicReferenceArray<>(count);
        for (int k = 0; k < count; k++) {
            planes.setPlain(k, zeros);
        }
    }

    @Override
    public A get(int k) {
        return planes.getAcquire(k);
    }

    @Override
    public A set(int k, A plane) {
        return planes.getAndSet(k, plane);
    }

    @Override
    public int size() {
        return planes.length();
    }
}
