// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom.shape;

import java.util.List;
import java.util.OptionalDouble;
import org.overread.viewer.volume.PatientVector;

/// A body somewhere else.
public record Moved(Body body, PatientVector by) implements Body {

    @Override
    public double signedDistance(double x, double y, double z) {
        return body.signedDistance(x - by.x(), y - by.y(), z - by.z());
    }

    @Override
    public double clearance(double x, double y, double z) {
        return body.clearance(x - by.x(), y - by.y(), z - by.z());
    }

    @Override
    public Body near(double x, double y, double z, double reachMm) {
        return new Moved(body.near(x - by.x(), y - by.y(), z - by.z(), reachMm), by);
    }

    @Override
    public Bounds bounds() {
        return body.bounds().moved(by);
    }

    @Override
    public OptionalDouble volumeMl() {
        return body.volumeMl();
    }

    @Override
    public List<Body> pieces() {
        return body.pieces().stream().<Body>map(piece -> new Moved(piece, by)).toList();
    }
}
