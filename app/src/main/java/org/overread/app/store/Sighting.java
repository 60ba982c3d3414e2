// SPDX-License-Identifier: Apache-2.0
package org.overread.app.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.overread.app.exchange.ImageDigests;
import org.overread.app.inspect.Inspector;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.store.project.SeenVolume;
import org.overread.viewer.opening.DicomVolume;
import org.overread.viewer.opening.FileVolume;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;

/// What a workspace notes of a volume that is open: which it is, where it lies.
public final class Sighting {
    private static final int LONGEST = 200;

    private Sighting() {}

    /// Reads every voxel once. Colours have no values that labels could be bound to.
    ///
    /// @param source where the volume was read from
    public static SeenVolume of(OpenableVolume source, Volume volume) throws IOException {
        return of(source, volume, place(source));
    }

    /// The same of files that lie at a place that a person named.
    public static SeenVolume of(OpenableVolume source, Volume volume, Path place)
            throws IOException {
        if (volume.voxels() instanceof Voxels.Colours) {
            throw new LabelFileException("Pictures in colours take no labels.");
        }
        return new SeenVolume(
                ImageDigests.of(volume),
                study(source),
                uid(source),
                source.modality().isBlank() ? source.format() : source.modality(),
                volume.verdict().kind().name(),
                title(source.title()),
                List.of(place.toAbsolutePath().toString()));
    }

    /// Without what is not to be seen.
    private static Optional<String> title(String text) {
        String plain = text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]+", " ").strip();
        return Optional.of(plain.substring(0, Math.min(plain.length(), LONGEST / 2)))
                .filter(title -> !title.isEmpty());
    }

    private static String study(OpenableVolume source) {
        return switch (source) {
            case DicomVolume dicom -> dicom.study().uid();
            case FileVolume file -> uid(file);
        };
    }

    /// The folder that holds all files of the volume, or its only file.
    static Path place(OpenableVolume source) {
        List<Path> files =
                source.files().stream().map(file -> file.path().toAbsolutePath()).toList();
        Path place = files.getFirst();
        for (Path file : files) {
            while (!file.startsWith(place)) {
                place = Objects.requireNonNullElse(place.getParent(), file.getRoot());
            }
        }
        return place;
    }

    /// Whether a volume that was found is the one that was seen, as far as that can be told without its voxels.
    public static boolean isOf(SeenVolume seen, OpenableVolume found) {
        return seen.seriesUid().equals(uid(found))
                && seen.image().geometry().equals(ImageDigests.geometry(found.geometry()));
    }

    /// Names of files may be longer than names of series ever are.
    private static String uid(OpenableVolume source) {
        String uid = Inspector.uid(source);
        String named = uid.isBlank() ? source.id() : uid;
        return named.length() <= LONGEST ? named : Bytes.utf8(named).digest().hex();
    }
}
