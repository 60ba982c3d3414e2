// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.draw;

import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.overread.segmentation.draw.brush.Brush;
import org.overread.segmentation.draw.brush.BrushLimit;
import org.overread.segmentation.tool.bits.ValueRange;
import org.overread.viewer.volume.Voxels;

/// How big a brush is and what it takes; brush, eraser and doubt share it. FX thread.
public final class BrushSettings {
    static final double LEAST_MM = 0.5;
    static final double MOST_MM = 100;
    private static final double STEP = 1.15;

    /// Which voxels under the brush it takes.
    public enum Limit {
        ALL("All voxels"),
        VALUES("Values in a range"),
        ADAPTIVE("Tissue up to its edges");

        private final String title;

        Limit(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    private final DoubleProperty radiusMm = new SimpleDoubleProperty(8);
    private final ObjectProperty<Brush.Shape> shape = new SimpleObjectProperty<>(Brush.Shape.DISC);
    private final ObjectProperty<Limit> limit = new SimpleObjectProperty<>(Limit.ALL);
    private final ObjectProperty<ValueRange> range =
            new SimpleObjectProperty<>(new ValueRange(-50, 150));

    /// Millimetres of the patient.
    public DoubleProperty radiusMm() {
        return radiusMm;
    }

    public ObjectProperty<Brush.Shape> shape() {
        return shape;
    }

    public ObjectProperty<Limit> limit() {
        return limit;
    }

    /// For a limit by values, in the volume's unit.
    public ObjectProperty<ValueRange> range() {
        return range;
    }

    /// By so many steps larger, or smaller; a step is felt alike at any size.
    public void grow(double steps) {
        double next = radiusMm.get() * Math.pow(STEP, steps);
        double grain = next < 5 ? 0.1 : 0.5;
        double rounded = Math.rint(next / grain) * grain;
        radiusMm.set(Math.clamp(rounded, LEAST_MM, MOST_MM));
    }

    public void turnShape() {
        shape.set(
                switch (shape.get()) {
                    case DISC -> Brush.Shape.BALL;
                    case BALL -> Brush.Shape.DISC;
                });
    }

    Brush brush() {
        return new Brush(radiusMm.get(), shape.get());
    }

    BrushLimit limit(Voxels voxels) {
        return voxels instanceof Voxels.Grey grey
                ? switch (limit.get()) {
                    case ALL -> new BrushLimit.None();
                    case VALUES -> new BrushLimit.Values(grey, range.get());
                    case ADAPTIVE -> BrushLimit.Adaptive.of(grey);
                }
                : new BrushLimit.None();
    }

    /// As a history keeps them.
    Map<String, String> words() {
        var words = new TreeMap<String, String>();
        words.put("radiusMm", Double.toString(radiusMm.get()));
        words.put("shape", shape.get().name());
        words.put("limit", limit.get().name());
        if (limit.get() == Limit.VALUES) {
            words.put("from", Double.toString(range.get().lower()));
            words.put("to", Double.toString(range.get().upper()));
        }
        return words;
    }
}
