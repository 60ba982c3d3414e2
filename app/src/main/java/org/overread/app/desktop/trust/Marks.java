// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.trust;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.versions.VersionMark;
import org.overread.app.sign.Signature;
import org.overread.app.sign.VersionSigning;
import org.overread.sync.bundle.bytes.Digest;

/// Whether versions are signed, as lists say it.
final class Marks {
    private Marks() {}

    static VersionMark.Source of(List<VersionSigning.Line> lines) {
        Map<Digest, VersionMark> marks = new HashMap<>();
        lines.forEach(line -> marks.put(line.version().id(), of(line)));
        return version -> marks.getOrDefault(version.id(), VersionMark.UNSIGNED);
    }

    private static VersionMark of(VersionSigning.Line line) {
        List<Signature> signatures = line.signatures();
        if (signatures.isEmpty()) {
            return VersionMark.UNSIGNED;
        }
        if (signatures.stream().anyMatch(signature -> !signature.holds())) {
            return new VersionMark(
                    RemixiconAL.ERROR_WARNING_LINE, "a signature is not believed", Notice.Tone.BAD);
        }
        return new VersionMark(
                RemixiconMZ.SHIELD_CHECK_LINE,
                "signed by " + signatures.getFirst().people().getFirst(),
                Notice.Tone.GOOD);
    }
}
