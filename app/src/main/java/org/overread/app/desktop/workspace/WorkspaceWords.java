// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.workspace;

import java.util.Optional;
import org.overread.app.desktop.notice.Notice;
import org.overread.sync.store.db.Refusal;
import org.overread.sync.store.db.StoreFault;

/// How the workspace stands, in words.
///
/// @param chip a word or two for the title row
/// @param heading what is the matter
/// @param text what is safe and what to do
record WorkspaceWords(Notice.Tone tone, String chip, String heading, String text) {

    static WorkspaceWords of(WorkspaceState state, Optional<StoreFault> trouble) {
        return switch (state) {
            case WorkspaceState.Opening() ->
                    caution("opening", "The workspace is being opened and checked", "");
            case WorkspaceState.Ready _ ->
                    trouble.map(WorkspaceWords::notSaved)
                            .orElseGet(
                                    () ->
                                            good(
                                                    "saved",
                                                    "The workspace is open",
                                                    "All that was done is on the disk."));
            case WorkspaceState.ReadOnly(_, String owner) ->
                    caution(
                            "read only",
                            "Another program works in the workspace: " + owner,
                            "You can look at everything. Nothing that you draw is kept until that"
                                    + " program is closed and you try again.");
            case WorkspaceState.Damaged _ ->
                    bad(
                            "damaged",
                            "The workspace is damaged",
                            "Nothing in it was changed. Recovering sets the damaged file aside,"
                                    + " carries all that can be read into a new one, and says"
                                    + " exactly what is missing.");
            case WorkspaceState.Unreadable _ ->
                    bad(
                            "damaged",
                            "Nothing in the workspace can be read",
                            "The file is where it was and unchanged. Put your newest backup in its"
                                    + " place, then try again.");
            case WorkspaceState.Refused(Refusal why, String sentence) ->
                    bad(
                            why == Refusal.LATER_FORM ? "later version" : "not open",
                            heading(why),
                            sentence);
            case WorkspaceState.Closed() -> caution("closed", "The workspace is closed", "");
        };
    }

    private static WorkspaceWords notSaved(StoreFault fault) {
        return switch (fault) {
            case FULL -> bad("disk full", "The disk is full", fault.sentence());
            case DAMAGED -> bad("damaged", "The workspace is damaged", fault.sentence());
            case REFUSED -> bad("not saved", "The last change was refused", fault.sentence());
            case BUSY, IO, NOT_A_DATABASE, READ_ONLY, CLOSED ->
                    bad("not saved", "The last change was not saved", fault.sentence());
        };
    }

    private static String heading(Refusal why) {
        return switch (why) {
            case NO_FOLDER -> "There is no place for the workspace";
            case NETWORK_SHARE -> "The workspace lies on a network share";
            case FOREIGN -> "The file is not a workspace of this program";
            case LATER_FORM -> "A later Overread wrote the workspace";
            case UNSAFE_LIBRARY -> "The database library is not safe";
            case UNSUITABLE_DISK -> "The disk does not suit a workspace";
            case FULL -> "The disk is full";
            case DISK -> "The disk does not answer as it should";
        };
    }

    private static WorkspaceWords good(String chip, String heading, String text) {
        return new WorkspaceWords(Notice.Tone.GOOD, chip, heading, text);
    }

    private static WorkspaceWords caution(String chip, String heading, String text) {
        return new WorkspaceWords(Notice.Tone.CAUTION, chip, heading, text);
    }

    private static WorkspaceWords bad(String chip, String heading, String text) {
        return new WorkspaceWords(Notice.Tone.BAD, chip, heading, text);
    }

    /// As a message; none where a person need not be told.
    Optional<Notice> notice(WorkspaceState state) {
        return switch (state) {
            case WorkspaceState.Opening _, WorkspaceState.Closed _ -> Optional.empty();
            case WorkspaceState.Ready _ ->
                    tone == Notice.Tone.GOOD
                            ? Optional.empty()
                            : Optional.of(Notice.bad(heading + ".", "", text));
            case WorkspaceState.ReadOnly _ -> Optional.of(Notice.caution(heading + ".", "", text));
            case WorkspaceState.Damaged _, WorkspaceState.Unreadable _, WorkspaceState.Refused _ ->
                    Optional.of(Notice.bad(heading + ".", "", text));
        };
    }
}
