// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.versions;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.notice.Notice;
import org.overread.sync.store.version.StoredVersion;

/// What is said of a version beside its heading, as an icon and a word: whether it is signed.
public record VersionMark(Ikon icon, String word, Notice.Tone tone) {
    public static final VersionMark UNSIGNED =
            new VersionMark(RemixiconAL.EDIT_2_LINE, "not signed", Notice.Tone.CAUTION);

    /// Knows it of every version; asked on the FX thread.
    @FunctionalInterface
    public interface Source {
        VersionMark of(StoredVersion version);
    }
}
