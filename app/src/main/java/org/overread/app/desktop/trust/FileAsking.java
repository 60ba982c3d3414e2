// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.trust;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/// Asks a person for files; empty where they thought better of it. FX thread.
public interface FileAsking {
    ExtensionFilter BUNDLES = new ExtensionFilter("Overread bundles", "*.avb");
    ExtensionFilter ALL = new ExtensionFilter("All files", "*");

    Optional<Path> toOpen(String title, ExtensionFilter filter);

    Optional<Path> toSave(String title, String name, ExtensionFilter filter);

    /// With the system's dialogs.
    static FileAsking of(Window owner) {
        return new FileAsking() {
            @Override
            public Optional<Path> toOpen(String title, ExtensionFilter filter) {
                return Optional.ofNullable(chooser(title, filter).showOpenDialog(owner))
                        .map(File::toPath);
            }

            @Override
            public Optional<Path> toSave(String title, String name, ExtensionFilter filter) {
                FileChooser chooser = chooser(title, filter);
                chooser.setInitialFileName(name);
                return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
            }

            private static FileChooser chooser(String title, ExtensionFilter filter) {
                var chooser = new FileChooser();
                chooser.setTitle(title);
                chooser.getExtensionFilters().add(filter);
                return chooser;
            }
        };
    }
}
