// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.log;

import java.util.List;
import java.util.regex.Pattern;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.json.Base64Text;
import org.overread.sync.refusal.LogFault;
import org.overread.sync.refusal.RefusedException;

/// A log at one moment: its name, how many entries, and the digest over all of them. As text: three lines, as C2SP's
/// tlog-checkpoint has them.
public record Checkpoint(String origin, long size, Digest root) {
    /// What a log may be called.
    public static final Pattern ORIGIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9./_-]{0,127}");

    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");

    public String text() {
        return origin + "\n" + size + "\n" + Base64Text.of(root.bytes()) + "\n";
    }

    public static Checkpoint read(String text) throws RefusedException {
        List<String> lines = List.of(text.split("\n", -1));
        if (lines.size() != 4
                || !lines.getLast().isEmpty()
                || !ORIGIN.matcher(lines.get(0)).matches()
                || !SIZE.matcher(lines.get(1)).matches()) {
            throw new RefusedException(LogFault.CHECKPOINT_FORMAT);
        }
        var root =
                Base64Text.parse(lines.get(2))
                        .filter(bytes -> bytes.length() == Digest.LENGTH)
                        .orElseThrow(() -> new RefusedException(LogFault.CHECKPOINT_FORMAT));
        var checkpoint =
                new Checkpoint(
                        lines.get(0), Long.parseLong(lines.get(1)), Digest.wrap(root.toArray()));
        if (checkpoint.size == 0 && !checkpoint.root.equals(TreeHash.EMPTY)) {
            throw new RefusedException(LogFault.CHECKPOINT_FORMAT);
        }
        return checkpoint;
    }
}
