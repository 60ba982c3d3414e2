// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.pixel;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import org.overread.viewer.dicom.file.Archives;
import org.overread.viewer.volume.Voxels;

/// Decodes the slices of one volume straight into arrays of their own, on as many threads as ask. Keeps the memory of one slice
/// for each thread and the compressed bytes of files with several frames.
public final class SliceDecoders {
    private final PlainFiles plain;
    private final CompressedFiles files;
    private final Queue<SliceDecoder> idle = new ConcurrentLinkedQueue<>();

    public SliceDecoders(Archives archives) {
        plain = new PlainFiles(archives);
        files = new CompressedFiles(archives);
    }

    /// Slice `k` of `voxels`, which gets its array here; false where a value does not fit.
    public boolean decode(SliceSource slice, Voxels voxels, int k) throws IOException {
        SliceDecoder decoder = take();
        int pixels = slice.layout().columns() * slice.layout().rows();
        boolean fits =
                switch (voxels) {
                    case Voxels.Int16 narrow -> {
                        var plane = new short[pixels];
                        boolean all = decoder.decode(slice, plane, Short.MIN_VALUE);
                        narrow.image().setPlane(k, new ShortArray(plane));
                        yield all;
                    }
                    case Voxels.UInt16 narrow -> {
                        var plane = new short[pixels];
                        boolean all = decoder.decode(slice, plane, 0);
                        narrow.image().setPlane(k, new ShortArray(plane));
                        yield all;
                    }
                    case Voxels.Bricked _, Voxels.BrickedColours _ ->
                            throw new IllegalArgumentException("bricks are filled by slices");
                    case Voxels.Rgb8 colours -> {
                        var plane = new int[pixels];
                        decoder.decode(slice, plane);
                        colours.image().setPlane(k, new IntArray(plane));
                        yield true;
                    }
                    case Voxels.Float32 wide -> {
                        var plane = new float[pixels];
                        decoder.decode(slice, plane);
                        wide.image().setPlane(k, new FloatArray(plane));
                        yield true;
                    }
                };
        idle.add(decoder);
        return fits;
    }

    /// The whole numbers of one slice into `target`; false where one does not fit between `lowest` and `lowest` + 65535.
    public boolean decode(SliceSource slice, short[] target, int lowest) throws IOException {
        SliceDecoder decoder = take();
        boolean fits = decoder.decode(slice, target, lowest);
        idle.add(decoder);
        return fits;
    }

    /// The values of one slice, rows from the top.
    public float[] decode(SliceSource slice) throws IOException {
        float[] values = new float[slice.layout().columns() * slice.layout().rows()];
        SliceDecoder decoder = take();
        decoder.decode(slice, values);
        idle.add(decoder);
        return values;
    }

    /// The colours of one slice, rows from the top, packed as voxels hold them.
    public int[] decodeColours(SliceSource slice) throws IOException {
        int[] colours = new int[slice.layout().columns() * slice.layout().rows()];
        SliceDecoder decoder = take();
        decoder.decode(slice, colours);
        idle.add(decoder);
        return colours;
    }

    private SliceDecoder take() {
        SliceDecoder free = idle.poll();
        return free == null ? new SliceDecoder(plain, files) : free;
    }
}
