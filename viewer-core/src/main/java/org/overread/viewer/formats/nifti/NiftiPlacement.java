// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.nifti;

import java.util.List;
import org.overread.viewer.formats.header.GridFrame;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.formats.outcome.ReadWarning;
import org.overread.viewer.formats.outcome.UnreadableImage;
import org.overread.viewer.volume.GridSize;

/// Where a NIfTI header puts its grid: the sform where its code is above 0, else the qform, else nowhere.
final class NiftiPlacement {
    static final double TOLERANCE_MM = 1e-3;
    private static final double LONGEST_QUATERNION = 1.001; // squared; more is no rounding

    private final String file;
    private final NiftiHeader header;
    private final GridSize size;
    private final List<ReadWarning> warnings;

    NiftiPlacement(String file, NiftiHeader header, GridSize size, List<ReadWarning> warnings) {
        this.file = file;
        this.header = header;
        this.size = size;
        this.warnings = warnings;
    }

    /// LPS, millimetres.
    GridFrame frame() throws UnreadableImage {
        double unitMm = unitMm();
        if (header.sformCode() > 0) {
            GridFrame sform = header.sform().scaled(unitMm).turned().withSliceStepFor(size);
            if (header.qformCode() > 0) {
                warnIfApart(sform, unitMm);
            }
            return sform;
        }
        if (header.qformCode() > 0) {
            if (header.pixdim(1) < 0 || header.pixdim(2) < 0 || header.pixdim(3) < 0) {
                warnings.add(new ReadWarning.SignIgnored("the spacing"));
            }
            return qform(unitMm).turned();
        }
        warnings.add(new ReadWarning.Uncalibrated());
        GridFrame unit = GridFrame.UNIT;
        return new GridFrame(
                unit.origin(),
                unit.i().times(spacing(1) * unitMm),
                unit.j().times(spacing(2) * unitMm),
                unit.k().times(spacing(3) * unitMm));
    }

    private double unitMm() {
        return switch (header.units() & 7) {
            case 1 -> {
                warnings.add(new ReadWarning.UnitsConverted("metres"));
                yield 1000;
            }
            case 3 -> {
                warnings.add(new ReadWarning.UnitsConverted("micrometres"));
                yield 0.001;
            }
            default -> 1;
        };
    }

    private void warnIfApart(GridFrame sform, double unitMm) {
        try {
            double apart = qform(unitMm).turned().farthestApart(sform, size);
            if (!(apart <= TOLERANCE_MM)) {
                warnings.add(new ReadWarning.FormsDisagree(apart));
            }
        } catch (UnreadableImage _) { // the form that is not used makes no sense
            warnings.add(new ReadWarning.FormsDisagree(Double.POSITIVE_INFINITY));
        }
    }

    /// RAS, millimetres.
    private GridFrame qform(double unitMm) throws UnreadableImage {
        var vector = header.quaternion();
        Quaternion stored = new Quaternion(vector.x(), vector.y(), vector.z());
        if (!(stored.squaredLength() <= LONGEST_QUATERNION)) {
            throw wrong("its rotation is no unit quaternion");
        }
        int senseK = header.pixdim(0) < 0 ? -1 : 1;
        return stored.frame(header.qformOrigin(), spacing(1), spacing(2), spacing(3), senseK)
                .scaled(unitMm);
    }

    private double spacing(int n) throws UnreadableImage {
        double spacing = header.pixdim(n);
        long length = n <= header.dim(0) ? header.dim(n) : 1;
        if (spacing == 0 && length == 1) {
            return 1; // one sample has no neighbour
        }
        if (!Double.isFinite(spacing) || spacing == 0) {
            throw wrong("samples along dimension " + n + " would be " + spacing + " apart");
        }
        return Math.abs(spacing);
    }

    private UnreadableImage wrong(String fault) {
        return new UnreadableImage(new ReadRefusal.BadHeader(file, fault));
    }
}
