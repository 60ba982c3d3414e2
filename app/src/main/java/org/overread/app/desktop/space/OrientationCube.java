// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.space;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import javafx.scene.transform.Affine;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.volume.PatientVector;

/// A small cube that lies as the patient lies, with a letter on each side. FX thread.
final class OrientationCube extends Canvas {
    private static final double SIDE = 64;
    private static final double HALF = 17;
    private static final Color TEXT = Color.web("#E6E9ED");

    private record Face(
            String letter, PatientVector out, PatientVector across, PatientVector along) {}

    private static final PatientVector L = PatientVector.LEFT;
    private static final PatientVector P = PatientVector.POSTERIOR;
    private static final PatientVector H = PatientVector.HEAD;

    /// Letters are upright where a face is seen upright: heads up, and the front up from above and below.
    private static final List<Face> FACES =
            List.of(
                    new Face("A", P.negated(), L, H.negated()),
                    new Face("P", P, L.negated(), H.negated()),
                    new Face("L", L, P, H.negated()),
                    new Face("R", L.negated(), P.negated(), H.negated()),
                    new Face("H", H, L.negated(), P),
                    new Face("F", H.negated(), L, P));

    OrientationCube() {
        super(SIDE, SIDE);
    }

    double side() {
        return SIDE;
    }

    void show(SlicePlane plane) {
        GraphicsContext g = getGraphicsContext2D();
        g.setTransform(new Affine());
        g.clearRect(0, 0, SIDE, SIDE);
        g.setFont(Font.font(18));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        PatientVector right = plane.right();
        PatientVector down = plane.down();
        for (Face face : FACES) {
            double facing = -face.out.dot(plane.normal());
            if (facing > 1e-6) {
                g.setTransform(
                        new Affine(
                                face.across.dot(right),
                                face.along.dot(right),
                                SIDE / 2 + HALF * face.out.dot(right),
                                face.across.dot(down),
                                face.along.dot(down),
                                SIDE / 2 + HALF * face.out.dot(down)));
                g.setFill(Color.gray(0.12 + 0.16 * facing, 0.85));
                g.fillRect(-HALF, -HALF, 2 * HALF, 2 * HALF);
                g.setStroke(Color.gray(0.45));
                g.setLineWidth(1);
                g.strokeRect(-HALF, -HALF, 2 * HALF, 2 * HALF);
                g.setFill(TEXT.deriveColor(0, 1, 1, 0.35 + 0.65 * facing));
                g.fillText(face.letter, 0, 0);
            }
        }
    }
}
