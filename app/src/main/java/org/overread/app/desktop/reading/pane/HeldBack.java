// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.Node;

/// Children that follow their parent into the scene one by one, in their order. FX thread.
final class HeldBack {
    private final ObservableList<Node> children;
    private final Deque<Node> waiting = new ArrayDeque<>();

    HeldBack(ObservableList<Node> children) {
        this.children = children;
    }

    /// From now on there is but the first.
    void hold() {
        List<Node> others = children.subList(1, children.size());
        waiting.addAll(others);
        others.clear();
    }

    /// Whether there was one to follow, which has.
    boolean follow() {
        return !waiting.isEmpty() && children.add(waiting.removeFirst());
    }

    /// All that wait; before anything else changes among the children.
    void letGo() {
        children.addAll(waiting);
        waiting.clear();
    }
}
