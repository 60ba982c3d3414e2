// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.refusal;

/// What is wrong with a log, a checkpoint or a proof.
public enum LogFault implements Refusal {
    NOTE_FORMAT("A signed note is not written as it must be."),
    NOTE_UNSIGNED("No key that is believed signed the note."),
    NOTE_SIGNATURE("A signature of a note by a known key is wrong."),
    CHECKPOINT_FORMAT("A checkpoint is not written as it must be."),
    CHECKPOINT_ORIGIN("A checkpoint is of another log."),
    CHECKPOINT_OLD("The checkpoint is older than one that is already known."),
    CHECKPOINT_FORKED("Two checkpoints of one size differ: the log showed two histories."),
    CHECKPOINT_MISSING("There are proofs but no checkpoint."),
    PROOF_FORMAT("A proof is not written as it must be."),
    PROOF_LENGTH("A proof has more or fewer parts than its place in the tree needs."),
    PROOF_INDEX("A proof speaks of a place that the tree does not have."),
    PROOF_WRONG("A proof does not lead to the checkpoint: what it proves is not in the log."),
    PROOF_UNASKED("A proof is for a statement that is not there."),
    PROOF_TWICE("Two proofs are for one statement."),
    CONSISTENCY_WRONG(
            "The newer checkpoint does not continue the older one: history was rewritten."),
    WITNESSES("The checkpoint has too few cosignatures."),
    TILE("A part of the log's tree is not as long as it must be."),
    DAMAGED("The log's files do not fit one another."),
    ENTRY_TOO_LARGE("An entry is larger than its limit.");

    private final String sentence;

    LogFault(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String group() {
        return "log";
    }
}
