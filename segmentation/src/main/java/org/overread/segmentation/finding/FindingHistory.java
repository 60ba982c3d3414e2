// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The findings of a reading, in the order in which they were made, and every state that they were in: undo and redo step
/// through the states. One thread.
public final class FindingHistory {

    /// What was done to a finding.
    public enum Deed {
        ADDED,
        CHANGED,
        RENAMED,
        /// Its term, attributes or confidence were said.
        DESCRIBED,
        DELETED
    }

    /// One thing that was done, and to what: for a deleted finding what it was before, else what it became.
    public record Step(Deed deed, Finding finding) {}

    private record State(List<Finding> findings, Optional<Step> step) {}

    private final List<State> states = new ArrayList<>();
    private int at;

    /// Begins with findings that were there before; there is nothing to undo.
    public FindingHistory(List<Finding> kept) {
        states.add(new State(List.copyOf(kept), Optional.empty()));
    }

    public List<Finding> findings() {
        return states.get(at).findings();
    }

    public Optional<Finding> find(UUID id) {
        return findings().stream().filter(finding -> finding.id().equals(id)).findFirst();
    }

    public void add(Finding finding) {
        if (find(finding.id()).isPresent()) {
            throw new IllegalArgumentException("there is " + finding + " already");
        }
        var next = new ArrayList<>(findings());
        next.add(finding);
        go(next, new Step(Deed.ADDED, finding));
    }

    /// Takes the place of the finding with the same id; where nothing differs nothing is done.
    public void change(Finding finding, Deed deed) {
        var next = new ArrayList<>(findings());
        for (int n = 0; n < next.size(); n++) {
            if (next.get(n).id().equals(finding.id()) && !next.get(n).equals(finding)) {
                next.set(n, finding);
                go(next, new Step(deed, finding));
                return;
            }
        }
    }

    public void delete(UUID id) {
        find(id).ifPresent(
                        gone ->
                                go(
                                        findings().stream().filter(f -> !f.equals(gone)).toList(),
                                        new Step(Deed.DELETED, gone)));
    }

    private void go(List<Finding> next, Step step) {
        states.subList(at + 1, states.size()).clear();
        states.add(new State(List.copyOf(next), Optional.of(step)));
        at++;
    }

    /// What undo would take back.
    public Optional<Step> undoable() {
        return states.get(at).step();
    }

    /// What redo would do again.
    public Optional<Step> redoable() {
        return at + 1 < states.size() ? states.get(at + 1).step() : Optional.empty();
    }

    /// What was taken back; empty where there was nothing.
    public Optional<Step> undo() {
        Optional<Step> taken = undoable();
        if (taken.isPresent()) {
            at--;
        }
        return taken;
    }

    /// What was done again; empty where there was nothing.
    public Optional<Step> redo() {
        Optional<Step> done = redoable();
        if (done.isPresent()) {
            at++;
        }
        return done;
    }
}
