// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.workspace;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/// Asks a person for places on the disk; empty where they think better of it. FX thread.
public interface AskPlace {

    /// A folder that is there.
    Optional<Path> folder(String title);

    /// A file to write; the dialog asks whether one that is there may be replaced.
    Optional<Path> newFile(String title, String name);

    /// By the system's dialogs.
    static AskPlace of(Stage owner) {
        return new AskPlace() {
            @Override
            public Optional<Path> folder(String title) {
                var chooser = new DirectoryChooser();
                chooser.setTitle(title);
                return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
            }

            @Override
            public Optional<Path> newFile(String title, String name) {
                var chooser = new FileChooser();
                chooser.setTitle(title);
                chooser.setInitialFileName(name);
                return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
            }
        };
    }
}
