// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.workstation;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;

/// The system's dialogs that ask for a folder or for files; both begin beside what was opened last. FX thread.
final class OpenDialogs {
    /// DICOM files are often named without an ending, so all files come first.
    static final List<ExtensionFilter> FILTERS =
            List.of(
                    new ExtensionFilter("All files", "*"),
                    new ExtensionFilter("DICOM", "*.dcm", "*.dicom", "*.ima", "DICOMDIR"),
                    new ExtensionFilter("NIfTI", "*.nii", "*.nii.gz", "*.hdr", "*.img"),
                    new ExtensionFilter("NRRD and MetaImage", "*.nrrd", "*.nhdr", "*.mha", "*.mhd"),
                    new ExtensionFilter("Archives", "*.zip"));

    private OpenDialogs() {}

    /// One folder, or none where a person thought better of it.
    static List<Path> folder(Stage owner, List<String> recent) {
        var chooser = new DirectoryChooser();
        chooser.setTitle("Open a folder of images");
        besides(recent).ifPresent(chooser::setInitialDirectory);
        return Optional.ofNullable(chooser.showDialog(owner)).stream().map(File::toPath).toList();
    }

    /// Some files, or none.
    static List<Path> files(Stage owner, List<String> recent) {
        var chooser = new FileChooser();
        chooser.setTitle("Open image files");
        chooser.getExtensionFilters().setAll(FILTERS);
        besides(recent).ifPresent(chooser::setInitialDirectory);
        List<File> chosen = chooser.showOpenMultipleDialog(owner);
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    /// The folder that holds what was opened last, if it is still there.
    static Optional<File> besides(List<String> recent) {
        return recent.stream()
                .map(place -> Path.of(place).toAbsolutePath().getParent())
                .filter(parent -> parent != null && Files.isDirectory(parent))
                .findFirst()
                .map(Path::toFile);
    }
}
