// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.control;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.Node;

/// Children that follow their parent into the scene a few at a time, in their order. FX thread.
public final class HeldBack {
    private final ObservableList<Node> children;
    private final int few;
    private final Deque<Node> waiting = new ArrayDeque<>();

    /// How many a frame can bear.
    public HeldBack(ObservableList<Node> children, int few) {
        this.children = children;
        this.few = few;
    }

    /// From now on there are but the first few.
    public void hold() {
        List<Node> others = children.subList(Math.min(few, children.size()), children.size());
        waiting.addAll(others);
        others.clear();
    }

    /// Whether there were some to follow, which have.
    public boolean follow() {
        int count = Math.min(few, waiting.size());
        for (int n = 0; n < count; n++) {
            children.add(waiting.removeFirst());
        }
        return count > 0;
    }

    /// All that wait; before anything else changes among the children.
    public void letGo() {
        children.addAll(waiting);
        waiting.clear();
    }
}
