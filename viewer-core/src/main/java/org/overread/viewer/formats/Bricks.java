// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import java.io.IOException;
import java.util.List;
import org.overread.viewer.bricks.ColourPyramid;
import org.overread.viewer.bricks.Pyramid;
import org.overread.viewer.bricks.SliceValues;
import org.overread.viewer.formats.sample.PlaneStore;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.SampleKind;
import org.overread.viewer.volume.Voxels;

/// Where the decoded slices of a volume larger than memory go. Any thread.
sealed interface Bricks {
    /// What the bricks hold, more with every slice.
    Voxels voxels();

    /// In which order slices are best taken in.
    List<Integer> order();

    /// Takes in slice `k`, which is the only one of `plane`.
    void add(int k, PlaneStore plane);

    /// For values of one kind. Fails with [org.overread.viewer.bricks.NoRoomException] where the disk is too full.
    static Bricks of(GridSize size, PlaneStore.Kind kind) throws IOException {
        return switch (kind) {
            case INT16 -> new Numbers(Pyramid.create(size, SampleKind.INT16), kind);
            case UINT16 -> new Numbers(Pyramid.create(size, SampleKind.UINT16), kind);
            case FLOAT32 -> new Numbers(Pyramid.create(size, SampleKind.FLOAT32), kind);
            case RGB8 -> new Colours(ColourPyramid.create(size));
        };
    }

    /// One number a voxel.
    record Numbers(Pyramid pyramid, PlaneStore.Kind kind) implements Bricks {
        @Override
        public Voxels voxels() {
            return new Voxels.Bricked(pyramid);
        }

        @Override
        public List<Integer> order() {
            return pyramid.order();
        }

        @Override
        public void add(int k, PlaneStore plane) {
            pyramid.add(
                    k,
                    switch (kind) {
                        case INT16 -> new SliceValues.Signed(plane.shortsAt(0, 0));
                        case UINT16 -> new SliceValues.Unsigned(plane.shortsAt(0, 0));
                        case FLOAT32 -> new SliceValues.Real(plane.floatsAt(0, 0));
                        case RGB8 -> throw new IllegalStateException("colours are no numbers");
                    });
        }
    }

    /// Three channels a voxel.
    record Colours(ColourPyramid pyramid) implements Bricks {
        @Override
        public Voxels voxels() {
            return pyramid.voxels();
        }

        @Override
        public List<Integer> order() {
            return pyramid.order();
        }

        @Override
        public void add(int k, PlaneStore plane) {
            pyramid.add(k, plane.coloursAt(0, 0));
        }
    }
}
