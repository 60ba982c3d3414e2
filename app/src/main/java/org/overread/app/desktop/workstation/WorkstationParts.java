// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.workstation;

import java.util.function.Supplier;
import org.overread.app.desktop.notice.Notices;
import org.overread.app.desktop.settings.Settings;
import org.overread.app.desktop.settings.SettingsKeeper;
import org.overread.app.desktop.studies.StudySource;
import org.overread.app.desktop.work.Workshop;

/// What a workstation is made of and does not make itself. `renderer` says in words what draws the slices now.
public record WorkstationParts(
        StudySource source,
        Workshop workshop,
        Notices notices,
        Settings settings,
        SettingsKeeper keeper,
        Supplier<String> renderer) {}
