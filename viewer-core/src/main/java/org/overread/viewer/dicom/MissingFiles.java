// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.overread.viewer.dicom.file.DicomFile;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.dicom.file.SkippedFile;

/// What directories of media name and nobody copied: a series that lacks slices must not look whole.
final class MissingFiles {
    private final Collection<DicomFile> found;
    private final Set<String> there = new HashSet<>();
    private final Set<String> told = new HashSet<>();

    /// `found` is all that a scan came upon.
    MissingFiles(Collection<DicomFile> found) {
        this.found = found;
    }

    /// Those of the `named` that are not there; each is told of once, however many directories name it.
    List<SkippedFile> of(DicomFile directory, List<String> named) {
        if (there.isEmpty()) { // most folders have no directory
            found.forEach(file -> there.add(key(file)));
        }
        var missing = new ArrayList<SkippedFile>();
        for (String name : named) {
            try {
                DicomFile file = beside(directory, name);
                boolean present = there.contains(key(file)) || isOnDisk(file);
                if (!present && told.add(key(file))) {
                    missing.add(new SkippedFile(file, new SkipReason.MissingFromMedium()));
                }
            } catch (InvalidPathException _) {
                // no file of this system is called so
            }
        }
        return missing;
    }

    private static DicomFile beside(DicomFile directory, String name) {
        if (directory.isArchived()) {
            String member = directory.member();
            return new DicomFile(
                    directory.path(), member.substring(0, member.lastIndexOf('/') + 1) + name);
        }
        return DicomFile.of(directory.path().resolveSibling(name));
    }

    private static boolean isOnDisk(DicomFile file) {
        return !file.isArchived() && Files.exists(file.path());
    }

    /// Media write names in upper case, some systems copy them in lower, with a dot or a version behind.
    private static String key(DicomFile file) {
        Path path = file.path();
        String name = (path + "!" + file.member()).toLowerCase(Locale.ROOT);
        return name.replaceFirst("(;1|\\.)?(!?)$", "$2");
    }
}
