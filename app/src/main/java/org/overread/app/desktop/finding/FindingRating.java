// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.overread.app.desktop.control.ConfidenceBar;
import org.overread.app.finding.FindingFields;
import org.overread.segmentation.finding.Finding;

/// Asks how sure the reader is of a finding, and of the next, and the next; whoever does not say is asked no more. FX thread.
public final class FindingRating {
    private final FindingsModel model;
    private final ConfidenceBar bar = new ConfidenceBar("finding-rating", this::answered);
    private final Deque<UUID> asked = new ArrayDeque<>();
    private Runnable then = () -> {};

    public FindingRating(FindingsModel model) {
        this.model = model;
    }

    /// Stands over the pictures.
    public ConfidenceBar bar() {
        return bar;
    }

    /// Asks of one after another; `next` is run when all are answered, or the reader would not say.
    public void ask(List<UUID> findings, Runnable next) {
        asked.clear();
        asked.addAll(findings);
        then = next;
        askNext();
    }

    private void askNext() {
        while (!asked.isEmpty() && model.find(asked.peek()).isEmpty()) {
            asked.remove();
        }
        Optional<Finding> finding = asked.isEmpty() ? Optional.empty() : model.find(asked.peek());
        finding.ifPresentOrElse(
                one -> {
                    bar.ask(one.name());
                    model.choose(Optional.of(one.id()));
                },
                () -> {
                    bar.setVisible(false);
                    Runnable next = then;
                    then = () -> {};
                    next.run();
                });
    }

    private void answered(Optional<Integer> level) {
        level.map(FindingFields::confidence)
                .ifPresentOrElse(
                        confidence -> model.rate(asked.remove(), confidence), asked::clear);
        askNext();
    }
}
