// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.parse;

/// The attributes that are read, as `0xGGGGEEEE`.
public final class TagNumbers {
    static final int FILE_SET = 0x0004_1130;
    static final int DIRECTORY_RECORDS = 0x0004_1220;
    public static final int IMAGE_TYPE = 0x0008_0008;
    public static final int SOP_CLASS = 0x0008_0016;
    public static final int SOP_INSTANCE = 0x0008_0018;
    public static final int STUDY_DATE = 0x0008_0020;
    public static final int ACQUISITION_DATE_TIME = 0x0008_002a;
    public static final int ACQUISITION_TIME = 0x0008_0032;
    public static final int MODALITY = 0x0008_0060;
    public static final int STUDY_DESCRIPTION = 0x0008_1030;
    public static final int SERIES_DESCRIPTION = 0x0008_103e;
    public static final int FRAME_TYPE = 0x0008_9007;
    public static final int PATIENT_NAME = 0x0010_0010;
    public static final int PATIENT_ID = 0x0010_0020;
    public static final int BODY_PART = 0x0018_0015;
    public static final int SLICE_THICKNESS = 0x0018_0050;
    public static final int TUBE_VOLTAGE = 0x0018_0060;
    public static final int ECHO_TIME = 0x0018_0081;
    public static final int INVERSION_TIME = 0x0018_0082;
    public static final int SLICE_DISTANCE = 0x0018_0088;
    public static final int TRIGGER_TIME = 0x0018_1060;
    public static final int IMAGER_PIXEL_SPACING = 0x0018_1164;
    public static final int KERNEL = 0x0018_1210;
    public static final int FLIP_ANGLE = 0x0018_1314;
    public static final int EFFECTIVE_ECHO_TIME = 0x0018_9082;
    public static final int B_VALUE = 0x0018_9087;
    static final int GRADIENT_DIRECTION = 0x0018_9089;
    static final int GRADIENT_DIRECTION_SEQUENCE = 0x0018_9076;
    public static final int GE_B_VALUE = 0x0043_1039;
    public static final int SIEMENS_MOSAIC_IMAGES = 0x0019_100a;
    public static final int SIEMENS_CSA = 0x0029_1010;
    public static final int SIEMENS_B_VALUE = 0x0019_100c;
    public static final int SIEMENS_GRADIENT = 0x0019_100e;
    public static final int PHILIPS_B_VALUE = 0x2001_1003;
    public static final int STUDY_UID = 0x0020_000d;
    public static final int SERIES_UID = 0x0020_000e;
    public static final int SERIES_NUMBER = 0x0020_0011;
    public static final int ACQUISITION_NUMBER = 0x0020_0012;
    public static final int INSTANCE_NUMBER = 0x0020_0013;
    public static final int POSITION = 0x0020_0032;
    public static final int ORIENTATION = 0x0020_0037;
    public static final int FRAME_OF_REFERENCE = 0x0020_0052;
    public static final int TEMPORAL_POSITION = 0x0020_0100;
    public static final int STACK_ID = 0x0020_9056;
    public static final int TEMPORAL_POSITION_INDEX = 0x0020_9128;
    public static final int CARDIAC_DELAY = 0x0020_9153;
    public static final int FRAME_ACQUISITION_NUMBER = 0x0020_9156;
    public static final int SAMPLES_PER_PIXEL = 0x0028_0002;
    public static final int PHOTOMETRIC = 0x0028_0004;
    public static final int FRAMES = 0x0028_0008;
    public static final int ROWS = 0x0028_0010;
    public static final int COLUMNS = 0x0028_0011;
    public static final int PIXEL_SPACING = 0x0028_0030;
    public static final int BITS_ALLOCATED = 0x0028_0100;
    public static final int BITS_STORED = 0x0028_0101;
    public static final int HIGH_BIT = 0x0028_0102;
    public static final int PIXEL_REPRESENTATION = 0x0028_0103;
    public static final int PADDING = 0x0028_0120;
    public static final int WINDOW_CENTER = 0x0028_1050;
    public static final int WINDOW_WIDTH = 0x0028_1051;
    public static final int INTERCEPT = 0x0028_1052;
    public static final int SLOPE = 0x0028_1053;
    public static final int RESCALE_TYPE = 0x0028_1054;
    public static final int WINDOW_NAME = 0x0028_1055;
    public static final int MODALITY_LUT = 0x0028_3000;
    static final int DETECTORS = 0x0054_0022;
    static final int SHARED_GROUPS = 0x5200_9229;
    public static final int FRAME_GROUPS = 0x5200_9230;

    private TagNumbers() {}
}
