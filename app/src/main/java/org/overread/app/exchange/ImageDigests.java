// SPDX-License-Identifier: Apache-2.0
package org.overread.app.exchange;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.json.CanonicalJson;
import org.overread.sync.bundle.json.FieldWriter;
import org.overread.sync.bundle.json.JsonValue;
import org.overread.sync.bundle.statement.ImageBinding;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// What labels are bound to instead of identifiers: a digest of the images' values, and one of where they lie.
public final class ImageDigests {
    private static final double NANOMETRES = 1e6;

    private ImageDigests() {}

    /// One pass over all voxels.
    public static ImageBinding of(Volume volume) {
        return new ImageBinding(values(volume), geometry(volume.geometry()));
    }

    /// Over every value as a 32-bit float, lowest byte first; i runs fastest, then j, then k.
    private static Digest values(Volume volume) {
        MessageDigest sha = Digest.sha256();
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        var cursor = volume.voxels().numbers().image().cursor();
        while (cursor.hasNext()) {
            if (bytes.remaining() < Float.BYTES) {
                sha.update(bytes.flip());
                bytes.clear();
            }
            bytes.putFloat(cursor.next().getRealFloat());
        }
        sha.update(bytes.flip());
        return Digest.wrap(sha.digest());
    }

    /// Over the geometry as whole nanometres in the one spelling of JSON.
    public static Digest geometry(VolumeGeometry geometry) {
        GridSize size = geometry.size();
        List<JsonValue> origins = new ArrayList<>();
        for (int k = 0; k < size.k(); k++) {
            PatientPoint origin = geometry.toPatient(new VoxelPoint(0, 0, k));
            origins.add(numbers(origin.x(), origin.y(), origin.z()));
        }
        return CanonicalJson.write(
                        new FieldWriter()
                                .items(
                                        "size",
                                        List.of(
                                                JsonValue.whole(size.i()),
                                                JsonValue.whole(size.j()),
                                                JsonValue.whole(size.k())))
                                .put("iStep", numbers(geometry.iStep()))
                                .put("jStep", numbers(geometry.jStep()))
                                .items("origins", origins)
                                .end())
                .digest();
    }

    private static JsonValue numbers(PatientVector vector) {
        return numbers(vector.x(), vector.y(), vector.z());
    }

    private static JsonValue numbers(double x, double y, double z) {
        return JsonValue.items(List.of(nanometres(x), nanometres(y), nanometres(z)));
    }

    private static JsonValue nanometres(double mm) {
        return JsonValue.whole(Math.round(mm * NANOMETRES));
    }
}
