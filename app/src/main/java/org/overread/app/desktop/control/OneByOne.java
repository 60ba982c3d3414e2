// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.control;

import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Lets what a card or a strip consists of come one after another: of all at once the styles would have to be looked up
/// before the window could answer again. FX thread.
public final class OneByOne {
    private final FrameByFrame frames = FrameByFrame.catchingUp(1);

    private OneByOne() {}

    /// When the boxes are to be seen for the first time: the first child of each is there at once, the others follow in
    /// their order, one a frame, those of the first box first. Nobody else changes the children meanwhile.
    public static void come(Pane... boxes) {
        come(() -> {}, boxes);
    }

    /// The same; `then` runs when all are there.
    public static void come(Runnable then, Pane... boxes) {
        var coming = new OneByOne();
        for (Pane box : boxes) {
            if (box.getProperties().putIfAbsent(OneByOne.class, true) == null) {
                coming.follow(box.getChildren(), 1);
            }
        }
        coming.frames.add(then);
    }

    /// Of a box that was just made: those of its children that follow one come one a frame.
    public static void after(Pane box, Node first) {
        new OneByOne().follow(box.getChildren(), box.getChildren().indexOf(first) + 1);
    }

    private void follow(ObservableList<Node> children, int kept) {
        List<Node> followers = children.subList(Math.min(kept, children.size()), children.size());
        List.copyOf(followers).forEach(node -> frames.add(() -> children.add(node)));
        followers.clear();
    }
}
