// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom.shape;

import java.util.List;
import java.util.OptionalDouble;
import org.overread.viewer.volume.PatientPoint;

/// An upright trunk: at each height a superellipse |x/a|^2.5 + |y/b|^2.5 ≤ 1 whose half axes change evenly from one
/// station to the next; it ends with the first and the last station.
public record Torso(List<Station> stations) implements Body {
    /// Γ(1 + 1/2.5)² / Γ(1 + 2/2.5): the share of its bounding rectangle that the superellipse fills.
    private static final double FILL = 0.845233840634346;

    /// A section: half axes `a` (left-right) and `b` (front-back) at height `z`, mm.
    public record Station(double z, double a, double b) {}

    public Torso {
        stations = List.copyOf(stations);
        if (stations.size() < 2) {
            throw new IllegalArgumentException("a trunk has two stations or more");
        }
        for (int n = 1; n < stations.size(); n++) {
            if (!(stations.get(n).z() > stations.get(n - 1).z())) {
                throw new IllegalArgumentException("stations rise: " + stations);
            }
        }
    }

    /// The trunk with half axes smaller by `sides` and `frontAndBack` mm at every station.
    public Torso inset(double sides, double frontAndBack) {
        return new Torso(
                stations.stream()
                        .map(s -> new Station(s.z(), s.a() - sides, s.b() - frontAndBack))
                        .toList());
    }

    /// The section at a height; the outermost ones beyond the ends.
    public Station at(double z) {
        int n = interval(z);
        Station low = stations.get(n);
        Station high = stations.get(n + 1);
        double t = Math.clamp((z - low.z()) / (high.z() - low.z()), 0, 1);
        return new Station(
                z, low.a() + t * (high.a() - low.a()), low.b() + t * (high.b() - low.b()));
    }

    private int interval(double z) {
        int low = 0;
        int high = stations.size() - 2;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (z >= stations.get(middle).z()) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    @Override
    public double signedDistance(double x, double y, double z) {
        Station s = at(z);
        double u = Math.abs(x) / s.a();
        double v = Math.abs(y) / s.b();
        double uu = u * Math.sqrt(u);
        double vv = v * Math.sqrt(v);
        double k = Math.pow(uu * u + vv * v, 0.4);
        if (k == 0) {
            return Math.max(-Math.min(s.a(), s.b()), beyondEnds(z));
        }
        double root = k * Math.sqrt(k);
        double du = uu / s.a();
        double dv = vv / s.b();
        double slope = Math.sqrt(du * du + dv * dv) / root;
        return Math.max((k - 1) / slope, beyondEnds(z));
    }

    @Override
    public double clearance(double x, double y, double z) {
        Station s = at(z);
        double u = Math.abs(x) / s.a();
        double v = Math.abs(y) / s.b();
        double k = Math.pow(u * u * Math.sqrt(u) + v * v * Math.sqrt(v), 0.4);
        // a trunk leans by less than 45 degrees
        return Math.max((k - 1) * Math.min(s.a(), s.b()) * Math.sqrt(0.5), beyondEnds(z));
    }

    private double beyondEnds(double z) {
        return Math.max(stations.getFirst().z() - z, z - stations.getLast().z());
    }

    @Override
    public Bounds bounds() {
        double a = stations.stream().mapToDouble(Station::a).max().orElseThrow();
        double b = stations.stream().mapToDouble(Station::b).max().orElseThrow();
        return new Bounds(
                new PatientPoint(-a, -b, stations.getFirst().z()),
                new PatientPoint(a, b, stations.getLast().z()));
    }

    @Override
    public OptionalDouble volumeMl() {
        double sum = 0;
        for (int n = 1; n < stations.size(); n++) {
            Station p = stations.get(n - 1);
            Station q = stations.get(n);
            double meanOfProducts =
                    (2 * p.a() * p.b() + p.a() * q.b() + q.a() * p.b() + 2 * q.a() * q.b()) / 6;
            sum += (q.z() - p.z()) * meanOfProducts;
        }
        return OptionalDouble.of(4 * FILL * sum / 1000);
    }
}
