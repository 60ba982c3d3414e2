// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.opening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.overread.viewer.dicom.file.DicomFile;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.dicom.file.SkippedFile;
import org.overread.viewer.formats.ImageFiles;
import org.overread.viewer.formats.outcome.ImageFile;
import org.overread.viewer.formats.outcome.ImageFormat;
import org.overread.viewer.formats.outcome.LookOutcome;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.work.CancelToken;

/// The volumes among the files that are no DICOM volumes, and why the rest is none.
final class OtherFormats {
    private static final String NO_IMAGE =
            "This is not an image: neither DICOM nor NIfTI, NRRD or MetaImage. Nothing needs to be done.";
    private static final String EMPTY = "The file is empty. Copy or export it again.";
    private static final String PACKED =
            "From archives only DICOM files are read. Unpack it to open it.";

    private final List<OpenableVolume> volumes = new ArrayList<>();
    private final List<SkippedEntry> skipped = new ArrayList<>();

    OtherFormats(List<SkippedFile> noDicomVolumes, CancelToken cancel) {
        var images = new TreeMap<Path, ImageFile>();
        var rest = new ArrayList<SkippedEntry>();
        for (SkippedFile file : noDicomVolumes) {
            cancel.check();
            if (!(file.reason() instanceof SkipReason.NotDicom)) {
                rest.add(new SkippedEntry(file.file(), file.reason().describe()));
            } else if (file.file().isArchived()) {
                rest.add(new SkippedEntry(file.file(), ofMember(file.file().fileName())));
            } else {
                look(file, images, rest);
            }
        }
        addVolumes(images, rest);
        Set<Path> taken = new HashSet<>();
        images.values().forEach(image -> taken.addAll(image.files()));
        rest.stream()
                .filter(entry -> entry.file().isArchived() || !taken.contains(entry.file().path()))
                .forEach(skipped::add);
    }

    private static String ofMember(String name) {
        if (ImageFormat.named(name).isPresent()) {
            return PACKED;
        }
        return PackedFiles.kindOfNamed(name)
                .map(kind -> new SkipReason.Packed(kind + " inside an archive").describe())
                .orElse(NO_IMAGE);
    }

    private static String noImage(Path file) {
        try {
            if (Files.size(file) == 0) {
                return EMPTY;
            }
        } catch (IOException _) { // it is gone by now
            return NO_IMAGE;
        }
        return PackedFiles.kindOf(file)
                .map(kind -> new SkipReason.Packed(kind).describe())
                .orElse(NO_IMAGE);
    }

    private static void look(
            SkippedFile file, Map<Path, ImageFile> images, List<SkippedEntry> rest) {
        switch (ImageFiles.look(file.file().path())) {
            case LookOutcome.Image(ImageFile image) -> images.put(image.file(), image);
            case LookOutcome.Refused(ReadRefusal.NotAnImage _) ->
                    rest.add(new SkippedEntry(file.file(), noImage(file.file().path())));
            case LookOutcome.Refused(ReadRefusal reason) ->
                    rest.add(new SkippedEntry(file.file(), reason.describe()));
        }
    }

    /// In the order of their names, so that equal files are told apart in the same way each time.
    private void addVolumes(Map<Path, ImageFile> images, List<SkippedEntry> rest) {
        var fingerprints = new Fingerprints();
        for (ImageFile image : List.copyOf(images.values())) {
            try {
                String fingerprint = fingerprints.next(image.files());
                for (int n = 0; n < image.titles().size(); n++) {
                    volumes.add(new FileVolume(fingerprint + "." + (n + 1), image, n));
                }
            } catch (IOException _) { // it was there a moment ago
                images.remove(image.file());
                rest.add(
                        new SkippedEntry(
                                DicomFile.of(image.file()),
                                new SkipReason.Unreadable("it changed while it was looked at")
                                        .describe()));
            }
        }
    }

    List<OpenableVolume> volumes() {
        return volumes;
    }

    List<SkippedEntry> skipped() {
        skipped.sort(Comparator.comparing(entry -> entry.file().path()));
        return skipped;
    }
}
