// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.livewire;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.segmentation.draw.PlanePoint;
import org.overread.segmentation.draw.contour.Contour;

/// A line that is clicked together: anchors, and between each two the cheapest way along edges. Every piece that is
/// accepted teaches the wire what edges are wanted. Anchors can be moved until the line is closed, and the line laid anew
/// on another slice. One thread.
public final class LivewireLine {
    private static final int PART = 16_384; // places

    private Livewire wire;
    private final List<PlanePoint> anchors = new ArrayList<>();
    private final List<List<PlanePoint>> pieces =
            new ArrayList<>(); // piece n leads from anchor n to n + 1
    private @Nullable LivePaths paths; // from the last anchor

    public LivewireLine(Livewire wire) {
        this.wire = wire;
    }

    public List<PlanePoint> anchors() {
        return List.copyOf(anchors);
    }

    /// The way from the last anchor to a pointer; nothing before the first anchor.
    public List<PlanePoint> preview(PlanePoint pointer) {
        return paths == null ? List.of() : paths.pathTo(pointer);
    }

    /// Finds the ways from the last anchor a millisecond or two farther; whether there are others still. For whoever has
    /// nothing else to do: previews then cost nothing.
    public boolean findMore() {
        return paths != null && paths.findMore(PART);
    }

    /// Accepts the way to a place as a piece; the first anchor starts the line.
    public void anchor(PlanePoint at) {
        if (paths != null) {
            List<PlanePoint> piece = paths.pathTo(at);
            pieces.add(piece);
            wire = wire.train(piece);
        }
        anchors.add(at);
        paths = wire.from(at);
    }

    /// Takes the last anchor back.
    public void takeBack() {
        if (anchors.isEmpty()) {
            return;
        }
        anchors.removeLast();
        if (!pieces.isEmpty()) {
            pieces.removeLast();
        }
        paths = anchors.isEmpty() ? null : wire.from(anchors.getLast());
    }

    /// Moves an anchor; the pieces on either side find their way anew.
    public void move(int anchor, PlanePoint to) {
        anchors.set(anchor, to);
        if (anchor > 0) {
            pieces.set(anchor - 1, wire.from(anchors.get(anchor - 1)).pathTo(to));
        }
        if (anchor < anchors.size() - 1) {
            pieces.set(anchor, wire.from(to).pathTo(anchors.get(anchor + 1)));
        } else {
            paths = wire.from(to);
        }
    }

    /// All accepted pieces in one line.
    public List<PlanePoint> line() {
        var line = new ArrayList<PlanePoint>();
        for (List<PlanePoint> piece : pieces) {
            line.addAll(line.isEmpty() ? piece : piece.subList(1, piece.size()));
        }
        return line.isEmpty() ? anchors() : List.copyOf(line);
    }

    /// The outline that arises when the way leads back to the first anchor; the line stays as it is.
    public Contour.Closing close() {
        var line = new ArrayList<>(line());
        if (anchors.size() > 1) {
            line.addAll(preview(anchors.getFirst()));
        }
        return Contour.close(wire.image().raster().plane(), line);
    }

    /// The same anchors on another slice's wire, each on the strongest edge within so many millimetres, and the ways
    /// between them found there: a proposal for that slice.
    public LivewireLine on(Livewire other, double snapMm) {
        var line = new LivewireLine(other);
        for (PlanePoint anchor : anchors) {
            line.anchor(other.snap(anchor, snapMm));
        }
        return line;
    }
}
