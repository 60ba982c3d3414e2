// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The folders opened last, the newest first. Needs no toolkit; one thread.
public final class RecentFolders {
    static final int MOST = 10;

    private final ObservableList<String> folders = FXCollections.observableArrayList();
    private final ObservableList<String> readOnly =
            FXCollections.unmodifiableObservableList(folders);

    public RecentFolders(List<String> before) {
        folders.setAll(before.stream().distinct().limit(MOST).toList());
    }

    public ObservableList<String> all() {
        return readOnly;
    }

    public void add(Path folder) {
        String name = folder.toAbsolutePath().normalize().toString();
        var all = new ArrayList<>(folders);
        all.remove(name);
        all.addFirst(name);
        folders.setAll(all.subList(0, Math.min(MOST, all.size())));
    }

    public void remove(String folder) {
        folders.remove(folder);
    }
}
