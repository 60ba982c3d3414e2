// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.metaimage;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.overread.viewer.formats.data.DataFiles;
import org.overread.viewer.formats.data.DataPart;
import org.overread.viewer.formats.data.DataPart.Coding;
import org.overread.viewer.formats.file.FileNames;
import org.overread.viewer.formats.header.Axes;
import org.overread.viewer.formats.header.GridFrame;
import org.overread.viewer.formats.header.HeaderNumbers;
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
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.ValueUnit;

/// Understands a MetaImage header, whose space is LPS and whose unit is the millimetre. Belongs to one thread and file.
public final class MetaImageReader {
    private static final Pattern BEGINS =
            Pattern.compile("(?s)\\s*[A-Za-z]+ *=.*|(?s)\\s*(ObjectType|NDims).*");
    private static final Pattern TELLING =
            Pattern.compile("(?m)^\\s*(ObjectType|NDims|DimSize)\\s*=");
    private static final int MOST_AXES = 10;
    private static final double SMALLEST_COUPLING = 1e-6;

    private final Path file;
    private final String name;
    private final HeaderNumbers numbers;
    private final List<ReadWarning> warnings = new ArrayList<>();

    public MetaImageReader(Path file) {
        this.file = file;
        this.name = FileNames.of(file);
        this.numbers = new HeaderNumbers(name);
    }

    /// Whether a file that starts so is a MetaImage.
    public static boolean begins(String start) {
        return BEGINS.matcher(start).matches() && TELLING.matcher(start).find();
    }

    public ParsedImage parse() throws IOException, UnreadableImage {
        MetaImageHeader header = MetaImageHeader.of(file);
        String object = header.tag("ObjectType").orElse("Image");
        if (!object.equals("Image")) {
            throw unsupported("a MetaIO object of the type " + FileNames.quoted(object));
        }
        StoredType type = storedType(required(header, "ElementType"));
        if (type == StoredType.UINT8 && channels(header) == 3) {
            type = StoredType.RGB8;
        }
        List<FileAxis> axes = axes(header, type);
        GridSize size = Axes.gridSize(axes, name);
        boolean text = header.tag("BinaryData").isPresent() && !header.says("BinaryData");
        ImageLayout layout =
                new ImageLayout(
                        type,
                        text || !header.says("BinaryDataByteOrderMSB")
                                ? ByteOrder.LITTLE_ENDIAN
                                : ByteOrder.BIG_ENDIAN,
                        axes,
                        type == StoredType.RGB8 ? Scaling.NONE : scaling(header),
                        ValueUnit.ARBITRARY,
                        frame(header).withSliceStepFor(size).geometry(size, name));
        boolean local = required(header, "ElementDataFile").matches("(?i)LOCAL");
        return new ParsedImage(
                file,
                layout,
                parts(header, layout, text),
                new FileFacts(
                        local ? ImageFormat.METAIMAGE : ImageFormat.METAIMAGE_DETACHED,
                        type,
                        layout.scaling(),
                        new Placement.MetaImageLps()),
                warnings);
    }

    private String required(MetaImageHeader header, String tag) throws UnreadableImage {
        return header.tag(tag).orElseThrow(() -> numbers.missing(tag));
    }

    private StoredType storedType(String text) throws UnreadableImage {
        return switch (text) {
            case "MET_CHAR" -> StoredType.INT8;
            case "MET_UCHAR" -> StoredType.UINT8;
            case "MET_SHORT" -> StoredType.INT16;
            case "MET_USHORT" -> StoredType.UINT16;
            case "MET_INT", "MET_LONG" -> StoredType.INT32;
            case "MET_UINT", "MET_ULONG" -> StoredType.UINT32;
            case "MET_LONG_LONG" -> StoredType.INT64;
            case "MET_ULONG_LONG" -> StoredType.UINT64;
            case "MET_FLOAT" -> StoredType.FLOAT32;
            case "MET_DOUBLE" -> StoredType.FLOAT64;
            default -> throw unsupported("samples of the type " + FileNames.quoted(text));
        };
    }

    private int dimensions(MetaImageHeader header) throws UnreadableImage {
        long count = numbers.whole("NDims", required(header, "NDims"));
        if (count < 2 || count > MOST_AXES) {
            throw numbers.wrong("it has " + count + " dimensions");
        }
        return (int) count;
    }

    private int channels(MetaImageHeader header) throws UnreadableImage {
        return numbers.length(
                "ElementNumberOfChannels", header.tag("ElementNumberOfChannels").orElse("1"));
    }

    private List<FileAxis> axes(MetaImageHeader header, StoredType type) throws UnreadableImage {
        List<String> sizes = header.words("DimSize");
        numbers.requireCount("DimSize", sizes, dimensions(header));
        List<FileAxis> axes = new ArrayList<>();
        int channels = channels(header);
        if (channels > 1 && type != StoredType.RGB8) {
            axes.add(new FileAxis.Further("component", channels));
        }
        for (int n = 0; n < sizes.size(); n++) {
            int length = numbers.length("DimSize", sizes.get(n));
            axes.add(
                    n < 3
                            ? new FileAxis.Spatial(n, length)
                            : new FileAxis.Further(n == 3 ? "time" : "dimension", length));
        }
        return axes;
    }

    private Scaling scaling(MetaImageHeader header) throws UnreadableImage {
        double slope = realTag(header, "ElementToIntensityFunctionSlope", 1);
        double intercept = realTag(header, "ElementToIntensityFunctionOffset", 0);
        if (!Double.isFinite(slope) || slope == 0 || !Double.isFinite(intercept)) {
            warnings.add(
                    new ReadWarning.ScalingIgnored(
                            "slope %s, offset %s".formatted(slope, intercept)));
            return Scaling.NONE;
        }
        return new Scaling(slope, intercept);
    }

    private double realTag(MetaImageHeader header, String tag, double otherwise)
            throws UnreadableImage {
        return numbers.real(tag, header.tag(tag).orElse(Double.toString(otherwise)));
    }

    private GridFrame frame(MetaImageHeader header) throws UnreadableImage {
        int n = dimensions(header);
        double[] spacing = reals(header, spacingTag(header), n, 1);
        double[] offset = reals(header, "Offset", n, 0);
        double[] matrix = reals(header, "TransformMatrix", n * n, Double.NaN);
        if (header.tag("Offset").isEmpty() && header.tag("TransformMatrix").isEmpty()) {
            warnings.add(new ReadWarning.Uncalibrated());
        } else if (header.tag("Offset").isEmpty()) {
            warnings.add(new ReadWarning.OriginAssumed());
        }
        PatientVector[] steps = new PatientVector[3];
        for (int axis = 0; axis < 3; axis++) {
            double[] direction = new double[3];
            for (int c = 0; c < 3; c++) {
                boolean inMatrix = axis < n && c < n && !Double.isNaN(matrix[0]);
                direction[c] = inMatrix ? matrix[axis * n + c] : axis == c ? 1 : 0;
            }
            double step = axis < n ? spacing[axis] : 1;
            steps[axis] =
                    new PatientVector(direction[0], direction[1], direction[2])
                            .times(Math.abs(step));
            if (step < 0) {
                warnings.add(new ReadWarning.SignIgnored("the spacing"));
            }
        }
        requireUncoupled(matrix, n);
        return new GridFrame(
                new PatientPoint(offset[0], offset[1], n > 2 ? offset[2] : 0),
                steps[0],
                steps[1],
                steps[2]);
    }

    /// What lies beyond the third dimension must not turn with the first three.
    private void requireUncoupled(double[] matrix, int n) throws UnreadableImage {
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                boolean mixed = row < 3 != column < 3;
                if (mixed && Math.abs(matrix[row * n + column]) > SMALLEST_COUPLING) {
                    throw unsupported("a matrix that mixes space with further dimensions");
                }
            }
        }
    }

    private String spacingTag(MetaImageHeader header) {
        if (header.tag("ElementSpacing").isPresent()) {
            return "ElementSpacing";
        }
        if (header.tag("ElementSize").isEmpty()) {
            warnings.add(new ReadWarning.SpacingAssumed());
        }
        return "ElementSize"; // what the library of the format falls back to
    }

    private double[] reals(MetaImageHeader header, String tag, int count, double otherwise)
            throws UnreadableImage {
        double[] values = new double[count];
        List<String> words = header.words(tag);
        if (!words.isEmpty()) {
            numbers.requireCount(tag, words, count);
        }
        for (int n = 0; n < count; n++) {
            values[n] = words.isEmpty() ? otherwise : numbers.real(tag, words.get(n));
        }
        return values;
    }

    private List<DataPart> parts(MetaImageHeader header, ImageLayout layout, boolean text)
            throws UnreadableImage {
        long skip = numbers.whole("HeaderSize", header.tag("HeaderSize").orElse("0"));
        boolean packed = header.says("CompressedData");
        if (skip < -1 || (skip == -1 && (packed || text))) {
            throw numbers.wrong("its header size is " + skip);
        }
        Coding coding = text ? Coding.TEXT : packed ? Coding.ZLIB : Coding.RAW;
        String dataFile = required(header, "ElementDataFile");
        if (dataFile.matches("(?i)LOCAL")) {
            long start = skip == -1 ? DataPart.AT_END : header.dataStart() + skip;
            return new DataFiles(List.of(file)).parts(file, layout, coding, start, 0, 0);
        }
        DataFiles files =
                dataFile.startsWith("LIST")
                        ? DataFiles.listed(file, header.listed())
                        : DataFiles.named(file, dataFile);
        long start = skip == -1 ? DataPart.AT_END : skip;
        return files.parts(file, layout, coding, start, 0, 0);
    }

    private UnreadableImage unsupported(String feature) {
        return new UnreadableImage(new ReadRefusal.Unsupported(name, feature));
    }
}
