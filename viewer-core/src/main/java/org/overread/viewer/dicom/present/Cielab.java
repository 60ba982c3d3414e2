// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.present;

/// Colours as DICOM writes them (PS3.3 C.10.7.1.1): L* 0 to 100 and a*, b* -128 to 127, each over 16 bits, white D50.
final class Cielab {
    private Cielab() {}

    /// 0xRRGGBB in sRGB; what no screen shows is clipped.
    static int rgb(double l, double a, double b) {
        double fy = (l / 65535 * 100 + 16) / 116;
        double fx = fy + (a / 65535 * 255 - 128) / 500;
        double fz = fy - (b / 65535 * 255 - 128) / 200;
        double x = 0.9642 * root(fx);
        double y = root(fy);
        double z = 0.8249 * root(fz);
        // D50 to sRGB with the Bradford transform in it
        int red = channel(3.1338561 * x - 1.6168667 * y - 0.4906146 * z);
        int green = channel(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z);
        int blue = channel(0.0719453 * x - 0.2289914 * y + 1.4052427 * z);
        return (red << 16) | (green << 8) | blue;
    }

    /// A grey of 16 bits, black to white.
    static int grey(double value) {
        int level = (int) Math.round(Math.clamp(value, 0, 65535) / 257);
        return (level << 16) | (level << 8) | level;
    }

    private static double root(double f) {
        return f > 6.0 / 29 ? f * f * f : 3 * (6.0 / 29) * (6.0 / 29) * (f - 4.0 / 29);
    }

    private static int channel(double linear) {
        double part = Math.clamp(linear, 0, 1);
        double coded = part <= 0.0031308 ? 12.92 * part : 1.055 * Math.pow(part, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * coded);
    }
}
