// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.overread.app.desktop.finding.FindingsModel.Opened;
import org.overread.segmentation.finding.Finding;
import org.overread.segmentation.finding.FindingHistory.Step;

/// The findings of all open volumes, in the order in which the volumes are shown, and the order in time of what was done
/// to them. FX thread.
final class Shelves {
    private List<Shelf> all = List.of();
    private final Deque<String> done = new ArrayDeque<>();
    private final Deque<String> undone = new ArrayDeque<>();

    /// A step, and the volume on which it was taken.
    record Turned(Shelf shelf, Step step) {}

    List<Shelf> all() {
        return all;
    }

    /// Those of the volumes in their order: as they are now, or new ones.
    List<Shelf> with(List<Opened> volumes) {
        var next = new ArrayList<Shelf>();
        for (Opened opened : volumes) {
            if (next.stream().anyMatch(shelf -> shelf.id().equals(opened.volume().id()))) {
                continue; // shown twice, for two versions of its labels
            }
            Shelf shelf =
                    of(opened.volume().id())
                            .orElseGet(() -> new Shelf(opened.volume(), opened.meaning()));
            shelf.meaning(opened.meaning());
            next.add(shelf);
        }
        return next;
    }

    /// What is no longer among these is forgotten with its steps.
    void arrange(List<Shelf> shelves) {
        all = List.copyOf(shelves);
        done.removeIf(id -> of(id).isEmpty());
        undone.removeIf(id -> of(id).isEmpty());
    }

    Optional<Shelf> of(String volumeId) {
        return all.stream().filter(shelf -> shelf.id().equals(volumeId)).findFirst();
    }

    /// The shelf that a finding lies on.
    Optional<Shelf> holding(UUID finding) {
        return all.stream().filter(shelf -> shelf.history().find(finding).isPresent()).findFirst();
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        all.forEach(shelf -> findings.addAll(shelf.findings()));
        return List.copyOf(findings);
    }

    void did(Shelf shelf) {
        done.push(shelf.id());
        undone.clear();
    }

    Optional<Turned> undo() {
        return turn(done, undone, shelf -> shelf.history().undo());
    }

    Optional<Turned> redo() {
        return turn(undone, done, shelf -> shelf.history().redo());
    }

    private interface Turn {
        Optional<Step> of(Shelf shelf);
    }

    private Optional<Turned> turn(Deque<String> from, Deque<String> to, Turn turn) {
        String id = from.poll();
        if (id == null) {
            return Optional.empty();
        }
        to.push(id);
        return of(id).flatMap(shelf -> turn.of(shelf).map(step -> new Turned(shelf, step)));
    }
}
