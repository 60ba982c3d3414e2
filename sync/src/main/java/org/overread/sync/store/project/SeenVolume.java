// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.project;

import java.util.List;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.json.CanonicalJson;
import org.overread.sync.bundle.json.FieldReader;
import org.overread.sync.bundle.json.FieldWriter;
import org.overread.sync.bundle.json.JsonLimits;
import org.overread.sync.bundle.statement.ImageBinding;
import org.overread.sync.refusal.RefusedException;

/// A volume that was open here: which it is, where it lay. UIDs and paths stay in this file and leave it with nothing.
///
/// @param image digests of voxels and geometry, by which versions are bound to it
/// @param verdict what is said of its geometry
/// @param title what its series is called
/// @param paths where it was found, the newest last
public record SeenVolume(
        ImageBinding image,
        String studyUid,
        String seriesUid,
        String modality,
        String verdict,
        Optional<String> title,
        List<String> paths) {
    private static final JsonLimits LIMITS = new JsonLimits(64 << 10, 4, 16 << 10);

    public SeenVolume {
        paths = List.copyOf(paths);
    }

    /// One of which no title is known.
    public SeenVolume(
            ImageBinding image,
            String studyUid,
            String seriesUid,
            String modality,
            String verdict,
            List<String> paths) {
        this(image, studyUid, seriesUid, modality, verdict, Optional.empty(), paths);
    }

    /// What lists call it: its title, else the name of where it lay.
    public String called() {
        return title.orElseGet(
                () ->
                        paths.isEmpty()
                                ? key().hex().substring(0, 12)
                                : paths.getLast().replaceFirst("^.*[/\\\\](?=[^/\\\\]+$)", ""));
    }

    /// Names it: equal voxels on equal geometry are one volume.
    public Digest key() {
        return keyOf(image);
    }

    static Digest keyOf(ImageBinding image) {
        return CanonicalJson.write(
                        new FieldWriter()
                                .digest("geometry", image.geometry())
                                .digest("voxels", image.voxels())
                                .end())
                .digest();
    }

    Bytes body() {
        return CanonicalJson.write(
                new FieldWriter()
                        .digest("geometry", image.geometry())
                        .digest("voxels", image.voxels())
                        .text("studyUid", studyUid)
                        .text("seriesUid", seriesUid)
                        .text("modality", modality)
                        .text("verdict", verdict)
                        .optionalText("title", title)
                        .end());
    }

    static SeenVolume read(Bytes body, List<String> paths) throws RefusedException {
        var in = new FieldReader(CanonicalJson.readFields(body, LIMITS));
        var volume =
                new SeenVolume(
                        new ImageBinding(in.digest("voxels"), in.digest("geometry")),
                        in.text("studyUid", 256),
                        in.text("seriesUid", 256),
                        in.text("modality", 64),
                        in.text("verdict", 2000),
                        in.optionalText("title", 512),
                        paths);
        in.end();
        return volume;
    }
}
