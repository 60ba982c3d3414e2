// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.Progress;

/// What a reading has to show.
public sealed interface Content {

    /// Nothing was opened yet.
    record Empty() implements Content {}

    /// Slices arrive from the middle outwards; those that are missing are not shown.
    record Loading(Volume volume, Progress progress, ArrivedSlices slices) implements Content {}

    record Ready(Volume volume) implements Content {}

    /// A person gave up loading the volume of that title.
    record Stopped(String title) implements Content {}

    /// What happened and what to do next, each one sentence for the person.
    record Failed(String reason, String advice) implements Content {}
}
