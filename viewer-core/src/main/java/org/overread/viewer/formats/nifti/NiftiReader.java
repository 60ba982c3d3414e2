// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.nifti;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.overread.viewer.formats.data.DataPart;
import org.overread.viewer.formats.data.DataPart.Coding;
import org.overread.viewer.formats.file.FileNames;
import org.overread.viewer.formats.header.Axes;
import org.overread.viewer.formats.header.ParsedImage;
import org.overread.viewer.formats.outcome.FileFacts;
import org.overread.viewer.formats.outcome.ImageFormat;
import org.overread.viewer.formats.outcome.Placement;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.formats.outcome.ReadWarning;
import org.overread.viewer.formats.outcome.UnreadableImage;
import org.overread.viewer.formats.sample.FileAxis;
import org.overread.viewer.formats.sample.ImageLayout;
import org.overread.viewer.formats.sample.Scaling;
import org.overread.viewer.formats.sample.StoredType;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.ValueUnit;

/// Understands a NIfTI header. Belongs to one thread and one file.
public final class NiftiReader {
    private static final int LARGEST_HEADER_TO_DATA = 1 << 28;

    private final Path file;
    private final String name;
    private final NiftiHeader header;
    private final List<ReadWarning> warnings = new ArrayList<>();

    public NiftiReader(Path file, NiftiHeader header) {
        this.file = file;
        this.name = FileNames.of(file);
        this.header = header;
    }

    public ParsedImage parse(Coding coding) throws IOException, UnreadableImage {
        boolean pair =
                switch (header.magic()) {
                    case "n+" -> false;
                    case "ni" -> true;
                    default ->
                            throw new UnreadableImage(
                                    new ReadRefusal.Unsupported(
                                            name,
                                            "an Analyze 7.5 image, which cannot tell left from right"));
                };
        StoredType type = storedType();
        List<FileAxis> axes = axes();
        GridSize size = Axes.gridSize(axes, name);
        NiftiPlacement placement = new NiftiPlacement(name, header, size, warnings);
        ImageLayout layout =
                new ImageLayout(
                        type,
                        header.order(),
                        axes,
                        scaling(),
                        ValueUnit.ARBITRARY,
                        placement.frame().geometry(size, name));
        ImageFormat format =
                pair
                        ? ImageFormat.NIFTI_PAIR
                        : coding == Coding.GZIP ? ImageFormat.NIFTI_GZIP : ImageFormat.NIFTI;
        return new ParsedImage(
                file,
                layout,
                List.of(pair ? imagePart(layout) : ownPart(layout, coding)),
                new FileFacts(
                        format,
                        type,
                        layout.scaling(),
                        new Placement.NiftiForms(header.qformCode(), header.sformCode())),
                warnings);
    }

    private StoredType storedType() throws UnreadableImage {
        StoredType type =
                switch (header.datatype()) {
                    case 2 -> StoredType.UINT8;
                    case 4 -> StoredType.INT16;
                    case 8 -> StoredType.INT32;
                    case 16 -> StoredType.FLOAT32;
                    case 64 -> StoredType.FLOAT64;
                    case 256 -> StoredType.INT8;
                    case 512 -> StoredType.UINT16;
                    case 768 -> StoredType.UINT32;
                    case 1024 -> StoredType.INT64;
                    case 1280 -> StoredType.UINT64;
                    case 1 -> throw unsupported("single bits");
                    case 32, 1792, 2048 -> throw unsupported("complex numbers");
                    case 128 -> StoredType.RGB8;
                    case 2304 -> throw unsupported("colours with transparency");
                    case 1536 -> throw unsupported("128-bit floating point numbers");
                    default -> throw wrong("it names the unknown data type " + header.datatype());
                };
        if (header.bitpix() != 8 * type.bytes()) {
            warnings.add(
                    new ReadWarning.HeaderContradiction(
                            "%s, not %d bits".formatted(type.describe(), header.bitpix())));
        }
        return type;
    }

    private List<FileAxis> axes() throws UnreadableImage {
        long count = header.dim(0);
        if (count < 1 || count > 7) {
            throw wrong("it has " + count + " dimensions");
        }
        List<FileAxis> axes = new ArrayList<>();
        for (int n = 1; n <= Math.max(3, count); n++) {
            long length = n <= count ? header.dim(n) : 1;
            if (length < 1 || length > Integer.MAX_VALUE) {
                throw wrong("dimension " + n + " has " + length + " samples");
            }
            axes.add(axis(n, (int) length));
        }
        return axes;
    }

    private FileAxis axis(int n, int length) {
        return switch (n) {
            case 1, 2, 3 -> new FileAxis.Spatial(n - 1, length);
            case 4 -> time(length);
            case 5 -> new FileAxis.Further("component", length);
            default -> new FileAxis.Further("dimension " + n, length);
        };
    }

    private FileAxis time(int length) {
        String unit =
                switch (header.units() & 0x38) {
                    case 8 -> "s";
                    case 16 -> "ms";
                    case 24 -> "µs";
                    default -> "";
                };
        return new FileAxis.Time(length, header.timeOffset(), header.pixdim(4), unit);
    }

    private Scaling scaling() throws UnreadableImage {
        if (header.datatype() == 128) {
            return Scaling.NONE; // the standard: it does not hold for colours
        }
        double slope = header.slope();
        double intercept = header.intercept();
        if (slope == 0) {
            return Scaling.NONE; // the standard's word for "not scaled"
        }
        if (!Double.isFinite(slope)) {
            warnings.add(new ReadWarning.ScalingIgnored("slope " + slope));
            return Scaling.NONE;
        }
        if (!Double.isFinite(intercept)) {
            throw wrong("values are to be shifted by " + intercept);
        }
        return new Scaling(slope, intercept);
    }

    private DataPart ownPart(ImageLayout layout, Coding coding) throws UnreadableImage {
        double offset = header.dataOffset();
        if (offset == 0) {
            offset = header.leastOffset(); // some writers leave it out
        }
        long start = wholeOffset(offset, header.leastOffset());
        return coding == Coding.GZIP
                ? new DataPart(file, coding, 0, 0, start, layout.type(), layout.bytes())
                : new DataPart(file, coding, start, 0, 0, layout.type(), layout.bytes());
    }

    private DataPart imagePart(ImageLayout layout) throws UnreadableImage {
        long start = wholeOffset(header.dataOffset(), 0);
        Path plain = FileNames.withEnding(file, ".img");
        Path packed = FileNames.withEnding(file, ".img.gz");
        if (!Files.isRegularFile(plain) && Files.isRegularFile(packed)) {
            return new DataPart(packed, Coding.GZIP, 0, 0, start, layout.type(), layout.bytes());
        }
        return new DataPart(plain, Coding.RAW, start, 0, 0, layout.type(), layout.bytes());
    }

    private long wholeOffset(double offset, int least) throws UnreadableImage {
        if (!(offset >= least && offset <= LARGEST_HEADER_TO_DATA) || offset != Math.rint(offset)) {
            throw wrong("its samples would begin at byte " + offset);
        }
        return (long) offset;
    }

    private UnreadableImage unsupported(String feature) {
        return new UnreadableImage(new ReadRefusal.Unsupported(name, feature));
    }

    private UnreadableImage wrong(String fault) {
        return new UnreadableImage(new ReadRefusal.BadHeader(name, fault));
    }
}
