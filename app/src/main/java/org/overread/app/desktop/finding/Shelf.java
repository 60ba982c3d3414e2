// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import java.util.List;
import java.util.Optional;
import org.overread.segmentation.finding.Finding;
import org.overread.segmentation.finding.FindingHistory;
import org.overread.viewer.measure.LengthMeaning;
import org.overread.viewer.volume.Volume;

/// The findings of one open volume, and what its millimetres are. FX thread.
final class Shelf {
    private final Volume volume;
    private FindingHistory history = new FindingHistory(List.of());
    private LengthMeaning meaning;
    private State state = State.LOADING;
    private Optional<FindingStore> store = Optional.empty();

    /// How far a shelf can be trusted.
    enum State {
        /// What was kept is not here yet.
        LOADING,
        /// What is put here is kept.
        KEPT,
        /// What was kept could not be read and is not to be written over.
        UNREADABLE
    }

    Shelf(Volume volume, LengthMeaning meaning) {
        this.volume = volume;
        this.meaning = meaning;
    }

    Volume volume() {
        return volume;
    }

    String id() {
        return volume.id();
    }

    LengthMeaning meaning() {
        return meaning;
    }

    void meaning(LengthMeaning newMeaning) {
        meaning = newMeaning;
    }

    FindingHistory history() {
        return history;
    }

    List<Finding> findings() {
        return history.findings();
    }

    /// Whether what was there before can be seen.
    boolean isHere() {
        return state != State.LOADING;
    }

    /// Who keeps changes; nobody where they do not outlive the program.
    Optional<FindingStore> keeper() {
        return state == State.KEPT ? store : Optional.empty();
    }

    /// The word and the first number that no finding here is called by.
    String freeName(String word) {
        int number = 1;
        while (isTaken(word + " " + number)) {
            number++;
        }
        return word + " " + number;
    }

    private boolean isTaken(String name) {
        return findings().stream().anyMatch(finding -> finding.name().equals(name));
    }

    void loaded(FindingStore from, FindingStore.Found found) {
        store = Optional.of(from);
        state = found instanceof FindingStore.Found.Unreadable ? State.UNREADABLE : State.KEPT;
        history = new FindingHistory(found.findings());
    }
}
