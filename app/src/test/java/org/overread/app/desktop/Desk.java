// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.nio.file.Path;
import java.time.Clock;
import javafx.application.Platform;
import org.overread.app.desktop.notice.Notices;
import org.overread.app.desktop.settings.Settings;
import org.overread.app.desktop.settings.SettingsFile;
import org.overread.app.desktop.settings.SettingsKeeper;
import org.overread.app.desktop.studies.StudyList;
import org.overread.app.desktop.work.Workshop;
import org.overread.app.desktop.workstation.WorkstationParts;

/// The parts of a workstation whose work is done at once and whose settings lie in a folder of the test.
final class Desk {
    private Desk() {}

    static WorkstationParts parts(Path folder, StudyList found) {
        return new WorkstationParts(
                (_, _, _, _) -> found,
                new Workshop(Platform::runLater, Runnable::run, Runnable::run, System::nanoTime),
                new Notices(Platform::runLater, Clock.systemUTC()),
                Settings.FIRST,
                new SettingsKeeper(
                        new SettingsFile(folder.resolve("settings.json")), Runnable::run, _ -> {}),
                () -> "processor, 1 thread");
    }
}
