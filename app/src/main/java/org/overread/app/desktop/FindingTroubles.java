// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import org.overread.app.desktop.finding.FindingsModel;
import org.overread.app.desktop.notice.Notice;
import org.overread.viewer.measure.MeasureKind;

/// What a person is told where findings are not read, not saved or not kept.
final class FindingTroubles {
    private FindingTroubles() {}

    static Notice words(FindingsModel.Trouble trouble) {
        return switch (trouble) {
            case FindingsModel.Trouble.Damaged(int lost, String keptAs) ->
                    Notice.caution(
                            lost == 0
                                    ? "The findings of this series could not be understood."
                                    : lost == 1
                                            ? "One finding of this series could not be understood."
                                            : "%d findings of this series could not be understood."
                                                    .formatted(lost),
                            "All that was kept is unchanged in %s.".formatted(keptAs),
                            "The others are here, and new ones are kept as usual.");
            case FindingsModel.Trouble.Unreadable() ->
                    Notice.bad(
                            "The findings of this series could not be read.",
                            "They are unchanged; new ones are not kept.",
                            "Check the rights of the data folder, then open the series again.");
            case FindingsModel.Trouble.Outside(var kind) ->
                    Notice.caution(
                            kind == MeasureKind.LANDMARK
                                    ? "A landmark outside the volume is not kept."
                                    : "What you drew lies outside the volume and is not kept.",
                            "",
                            "Draw it on the picture.");
            case FindingsModel.Trouble.Crossing() ->
                    Notice.caution(
                            "The outline crosses itself, so it is not kept like this.",
                            "",
                            "Backspace takes the last corner back; Esc gives the outline up.");
            case FindingsModel.Trouble.NotSaved() ->
                    Notice.bad(
                            "Your findings were not saved.",
                            "They are still here.",
                            "Check that the disk is not full; the next change saves all of them.");
        };
    }
}
