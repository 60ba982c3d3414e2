// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.write;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;

/// The bytes of one slice as a CT or MR Image Storage file (DICOM PS3.3 A.3 and A.4; PS3.10).
final class SliceFile {
    private static final String EXPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2.1";
    private static final DicomUid IMPLEMENTATION = DicomUid.named("overread implementation class");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);

    private final Volume volume;
    private final SeriesHeader header;
    private final int k;
    private final String sopClass;
    private final DicomUid sopInstance;

    SliceFile(Volume volume, SeriesHeader header, int k) {
        this.volume = volume;
        this.header = header;
        this.k = k;
        sopClass =
                switch (header.image()) {
                    case SeriesHeader.Image.Ct _ -> "1.2.840.10008.5.1.4.1.1.2";
                    case SeriesHeader.Image.Mr _ -> "1.2.840.10008.5.1.4.1.1.4";
                };
        sopInstance = DicomUid.named(header.series().uid() + " image " + (k + 1));
    }

    byte[] bytes() {
        byte[] meta = meta();
        byte[] data = dataSet();
        var file = new byte[132 + meta.length + data.length];
        System.arraycopy("DICM".getBytes(StandardCharsets.US_ASCII), 0, file, 128, 4);
        System.arraycopy(meta, 0, file, 132, meta.length);
        System.arraycopy(data, 0, file, 132 + meta.length, data.length);
        return file;
    }

    private byte[] meta() {
        var group = new DataSetWriter(256);
        group.otherBytes(0x00020001, new byte[] {0, 1});
        group.text(0x00020002, "UI", sopClass);
        group.uid(0x00020003, sopInstance);
        group.text(0x00020010, "UI", EXPLICIT_LITTLE_ENDIAN);
        group.uid(0x00020012, IMPLEMENTATION);
        group.text(0x00020013, "SH", "OVERREAD");
        byte[] rest = group.toByteArray();
        var length = new DataSetWriter(16);
        length.unsignedLong(0x00020000, rest.length);
        byte[] first = length.toByteArray();
        var all = new byte[first.length + rest.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(rest, 0, all, first.length, rest.length);
        return all;
    }

    private byte[] dataSet() {
        var out =
                new DataSetWriter(
                        2048 + 2 * volume.geometry().size().i() * volume.geometry().size().j());
        identify(out);
        acquire(out);
        relate(out);
        pixels(out);
        return out.toByteArray();
    }

    private void identify(DataSetWriter out) {
        LocalDateTime start = header.study().start();
        String date = DATE.format(start);
        String time = TIME.format(start);
        out.text(0x00080005, "CS", "ISO_IR 192");
        out.text(0x00080008, "CS", imageType());
        out.text(0x00080016, "UI", sopClass);
        out.uid(0x00080018, sopInstance);
        out.text(0x00080020, "DA", date);
        out.text(0x00080021, "DA", date);
        out.text(0x00080022, "DA", date);
        out.text(0x00080023, "DA", date);
        out.text(0x00080030, "TM", time);
        out.text(0x00080031, "TM", time);
        out.text(0x00080032, "TM", time);
        out.text(0x00080033, "TM", time);
        out.text(0x00080050, "SH", header.study().accession());
        out.text(0x00080060, "CS", modality());
        out.text(0x00080070, "LO", "Overread");
        out.text(0x00080090, "PN", "");
        out.text(0x00081030, "LO", header.study().description());
        out.text(0x0008103E, "LO", header.series().description());
        out.text(0x00081090, "LO", "Phantom");
        out.text(0x00100010, "PN", header.patient().name());
        out.text(0x00100020, "LO", header.patient().id());
        out.text(0x00100030, "DA", DATE.format(header.patient().birthDate()));
        out.text(0x00100040, "CS", header.patient().sex());
    }

    private String modality() {
        return switch (header.image()) {
            case SeriesHeader.Image.Ct _ -> "CT";
            case SeriesHeader.Image.Mr _ -> "MR";
        };
    }

    private String imageType() {
        return switch (header.image()) {
            case SeriesHeader.Image.Ct _ -> "ORIGINAL\\PRIMARY\\AXIAL";
            case SeriesHeader.Image.Mr _ -> "ORIGINAL\\PRIMARY\\OTHER";
        };
    }

    private void acquire(DataSetWriter out) {
        double spacing = volume.geometry().spacingK();
        out.text(0x00180015, "CS", header.series().bodyPart());
        switch (header.image()) {
            case SeriesHeader.Image.Ct ct -> {
                out.decimals(0x00180050, spacing);
                out.decimals(0x00180060, ct.kvp());
                out.text(0x00181020, "LO", "0.1");
                out.text(0x00181210, "SH", ct.kernel());
            }
            case SeriesHeader.Image.Mr mr -> {
                out.text(0x00180020, "CS", "SE");
                out.text(0x00180021, "CS", "SK");
                out.text(0x00180022, "CS", "");
                out.text(0x00180023, "CS", "2D");
                out.decimals(0x00180050, spacing);
                out.decimals(0x00180080, mr.repetitionTimeMs());
                out.decimals(0x00180081, mr.echoTimeMs());
                out.decimals(0x00180087, mr.fieldStrengthTesla());
                out.decimals(0x00180088, spacing);
                out.text(0x00180091, "IS", Integer.toString(mr.echoTrainLength()));
                out.text(0x00181020, "LO", "0.1");
            }
        }
        out.text(0x00185100, "CS", header.series().position());
    }

    private void relate(DataSetWriter out) {
        VolumeGeometry geometry = volume.geometry();
        PatientVector row = geometry.iStep().unit();
        PatientVector column = geometry.jStep().unit();
        PatientPoint position = geometry.slices().originAt(k);
        out.uid(0x0020000D, header.study().uid());
        out.uid(0x0020000E, header.series().uid());
        out.text(0x00200010, "SH", header.study().id());
        out.text(0x00200011, "IS", Integer.toString(header.series().number()));
        out.text(0x00200012, "IS", "1");
        out.text(0x00200013, "IS", Integer.toString(k + 1));
        out.decimals(0x00200032, position.x(), position.y(), position.z());
        out.decimals(0x00200037, row.x(), row.y(), row.z(), column.x(), column.y(), column.z());
        out.uid(0x00200052, header.series().frameOfReference());
        out.text(0x00201040, "LO", "");
        out.decimals(0x00201041, position.from(PatientPoint.ORIGIN).dot(geometry.normal()));
    }

    private void pixels(DataSetWriter out) {
        VolumeGeometry geometry = volume.geometry();
        short[] stored =
                switch (volume.voxels()) {
                    case Voxels.Int16 signed -> signed.slice(k);
                    case Voxels.UInt16 unsigned -> unsigned.slice(k);
                    case Voxels.Float32 _ ->
                            throw new IllegalArgumentException(
                                    "CT and MR images store whole numbers; this volume has fractions");
                    case Voxels.Bricked _ ->
                            throw new IllegalArgumentException(
                                    "a volume larger than memory is not written as DICOM");
                    case Voxels.Colours _ ->
                            throw new IllegalArgumentException(
                                    "CT and MR images store numbers; this volume has colours");
                };
        out.unsignedShort(0x00280002, 1);
        out.text(0x00280004, "CS", "MONOCHROME2");
        out.unsignedShort(0x00280010, geometry.size().j());
        out.unsignedShort(0x00280011, geometry.size().i());
        out.decimals(0x00280030, geometry.spacingJ(), geometry.spacingI());
        out.unsignedShort(0x00280100, 16);
        out.unsignedShort(0x00280101, 16);
        out.unsignedShort(0x00280102, 15);
        out.unsignedShort(0x00280103, volume.voxels() instanceof Voxels.Int16 ? 1 : 0);
        out.decimals(0x00281050, header.image().window().center());
        out.decimals(0x00281051, header.image().window().width());
        if (header.image() instanceof SeriesHeader.Image.Ct) {
            out.decimals(0x00281052, 0);
            out.decimals(0x00281053, 1);
            out.text(0x00281054, "LO", "HU");
        }
        out.otherWords(0x7FE00010, stored);
    }
}
