// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom;

/// What bodies are filled with: its Hounsfield units in the portal venous phase, how strongly they vary from place to
/// place, and its signal in a T2-weighted series (arbitrary units).
public enum Tissue {
    AIR(-1000, 0, 4),
    LUNG(-860, 26, 26),
    FOAM(-930, 6, 2),
    TABLE(-120, 0, 2),
    SKIN(20, 8, 330),
    FAT(-104, 7, 760),
    INNER_FAT(-98, 9, 700),
    CARTILAGE(105, 10, 210),
    MUSCLE(58, 9, 190),
    WALL(48, 6, 240),
    CORTEX(620, 90, 60),
    RIB_CORTEX(430, 60, 70),
    MARROW(190, 42, 420),
    DISC(88, 8, 330),
    SPINAL_FLUID(14, 2, 1050),
    CORD(42, 3, 380),
    BLOOD(158, 3, 70),
    BRIGHT_BLOOD(176, 3, 60),
    LUNG_VESSEL(150, 3, 80),
    MYOCARDIUM(112, 5, 230),
    BRONCHUS_WALL(-40, 8, 160),
    LIVER(106, 6, 290),
    LIVER_VESSEL(148, 3, 120),
    CYSTIC_LESION(74, 4, 720),
    LESION(80, 5, 520),
    FAINT_LESION(88, 5, 450),
    SPLEEN(122, 5, 480),
    KIDNEY(168, 6, 520),
    RENAL_PELVIS(24, 3, 980),
    PANCREAS(92, 13, 340),
    BILE(9, 2, 1150),
    STOMACH_CONTENT(26, 10, 640),
    BOWEL_WALL(84, 6, 300),
    BOWEL_CONTENT(24, 16, 600);

    private final double hu;
    private final double variation;
    private final double signal;

    Tissue(double hu, double variation, double signal) {
        this.hu = hu;
        this.variation = variation;
        this.signal = signal;
    }

    /// Mean Hounsfield units.
    public double hu() {
        return hu;
    }

    /// Standard deviation of the Hounsfield units inside the tissue, without the scanner's noise.
    public double variation() {
        return variation;
    }

    /// Mean T2-weighted signal.
    public double signal() {
        return signal;
    }
}
