// SPDX-License-Identifier: Apache-2.0
package org.overread.app.truth;

import java.util.List;

/// What became of one case. Distances are millimetres, or samples where the verdict is that there are none.
///
/// `beads` is how many were looked for; `words` are a refusal's reason or what is wrong.
public record TruthLine(
        String row,
        String name,
        String verdict,
        int parts,
        int beads,
        double errorMm,
        double errorValue,
        Outcome outcome,
        String words,
        List<PeerAnswer> peers) {
    public TruthLine {
        peers = List.copyOf(peers);
    }

    public enum Outcome {
        RIGHT,
        /// Not opened, with a reason that a person can read.
        REFUSED,
        /// The case could not be made on this machine.
        NOT_RUN,
        SILENT_MISTAKE
    }

    /// What another program makes of the same files.
    public record PeerAnswer(String peer, Answer answer) {
        public enum Answer {
            RIGHT,
            /// It ends with an error, or opens nothing.
            REFUSED,
            SILENTLY_WRONG
        }
    }

    TruthLine with(List<PeerAnswer> answers) {
        return new TruthLine(
                row, name, verdict, parts, beads, errorMm, errorValue, outcome, words, answers);
    }
}
