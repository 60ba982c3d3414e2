// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.present;

/// The attributes that presentation states alone have.
final class PresentationTags {
    static final int REFERENCED_SERIES = 0x0008_1115;
    static final int REFERENCED_IMAGES = 0x0008_1140;
    static final int REFERENCED_INSTANCE = 0x0008_1155;
    static final int REFERENCED_FRAMES = 0x0008_1160;
    static final int SHUTTER = 0x0018_1600;
    static final int SHUTTER_LEFT = 0x0018_1602;
    static final int SHUTTER_RIGHT = 0x0018_1604;
    static final int SHUTTER_UPPER = 0x0018_1606;
    static final int SHUTTER_LOWER = 0x0018_1608;

    /// Row and column.
    static final int SHUTTER_CENTER = 0x0018_1610;

    static final int SHUTTER_RADIUS = 0x0018_1612;

    /// Row and column of each.
    static final int SHUTTER_CORNERS = 0x0018_1620;

    static final int SHUTTER_GREY = 0x0018_1622;
    static final int SHUTTER_OVERLAY = 0x0018_1623;
    static final int SHUTTER_CIELAB = 0x0018_1624;
    static final int VOI = 0x0028_3110;
    static final int SUBTRACTION = 0x0028_6100;
    static final int ANNOTATIONS = 0x0070_0001;
    static final int LAYER = 0x0070_0002;
    static final int BOX_UNITS = 0x0070_0003;
    static final int ANCHOR_UNITS = 0x0070_0004;
    static final int SHAPE_UNITS = 0x0070_0005;
    static final int WORDS = 0x0070_0006;
    static final int TEXTS = 0x0070_0008;
    static final int SHAPES = 0x0070_0009;
    static final int BOX_FROM = 0x0070_0010;
    static final int ANCHOR = 0x0070_0014;
    static final int ANCHOR_VISIBLE = 0x0070_0015;
    static final int SHAPE_POINTS = 0x0070_0022;
    static final int SHAPE_TYPE = 0x0070_0023;
    static final int SHAPE_FILLED = 0x0070_0024;
    static final int FLIP = 0x0070_0041;
    static final int ROTATION = 0x0070_0042;
    static final int AREA_FROM = 0x0070_0052;
    static final int AREA_TO = 0x0070_0053;
    static final int AREAS = 0x0070_005a;
    static final int LAYERS = 0x0070_0060;
    static final int LAYER_ORDER = 0x0070_0062;
    static final int LAYER_GREY = 0x0070_0066;
    static final int LABEL = 0x0070_0080;
    static final int DESCRIPTION = 0x0070_0081;
    static final int SIZE_MODE = 0x0070_0100;
    static final int SPACING = 0x0070_0101;
    static final int MAGNIFICATION = 0x0070_0103;
    static final int COMPOUNDS = 0x0070_0209;
    static final int COMPOUND = 0x0070_0226;
    static final int LAYER_CIELAB = 0x0070_0401;
    static final int GREYS_TABLE = 0x2050_0010;
    static final int GREYS_SHAPE = 0x2050_0020;

    private PresentationTags() {}
}
