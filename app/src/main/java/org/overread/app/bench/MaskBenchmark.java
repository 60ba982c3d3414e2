// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench;

import java.util.ArrayList;
import java.util.List;

/// The algebra of masks on the phantom of 256 voxels a side, every result checked against SciPy's in every turn.
///
/// Peers take part where the variable OVERREAD_PEERS names a folder that holds `itk_segmentation`,
/// `scipy_segmentation.py` and `vtk_segmentation.py`. They state their own seconds, the best of their runs; ITK draws the
/// same voxels and its numbers of parts are checked, the others draw the same body with noise of their own.
final class MaskBenchmark implements Benchmark {
    /// What ITK calls the quantities, in their order.
    static final List<String> ITK_LINES =
            List.of(
                    "ConnectedComponent speckle 6",
                    "ConnectedComponent speckle 26",
                    "BinaryDilate ball r2",
                    "BinaryFillhole",
                    "BinaryMedian r1",
                    "SignedMaurer",
                    "SignedMaurer", // by which a margin is made with ITK
                    "");

    private static final List<String> SCIPY_LINES =
            List.of(
                    "ndi.label speckle 6",
                    "",
                    "ndi.binary_dilation ball r2",
                    "ndi.binary_fill_holes",
                    "ndi.median_filter 3^3 uint8",
                    "ndi edt spacing (outside)",
                    "",
                    "");

    private static final List<String> VTK_LINES =
            List.of("", "", "", "", "vtkImageMedian3D 3^3", "", "", "vtkImageOpenClose3D 5^3");

    @Override
    public String name() {
        return "mask";
    }

    @Override
    public String purpose() {
        return "Parts, ball, holes, median, distance and margin of masks of 256 x 256 x 256 voxels.";
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                new Quantity("B4 parts by faces", "ms"),
                new Quantity("parts by corners", "ms"),
                new Quantity("dilation, ball 2", "ms"),
                new Quantity("fill holes", "ms"),
                new Quantity("median, 3 a side", "ms"),
                new Quantity("B5 signed distance", "ms"),
                new Quantity("B5 margin, 5 mm", "ms"),
                new Quantity("opening, 5 a side", "ms"));
    }

    @Override
    public int warmUpRounds() {
        return 2;
    }

    @Override
    public int rounds() {
        return 7;
    }

    @Override
    public Field open() {
        var ours = new MaskTurn();
        var contenders = new ArrayList<Contender>();
        contenders.add(new Contender("overread", ours));
        PeerLines.contender(
                        "ITK",
                        "itk_segmentation",
                        List.of("256", "lab,mau,med,dil,fill"),
                        ITK_LINES,
                        List.of(
                                "objects " + MaskTurn.PARTS_BY_FACES,
                                "objects26 " + MaskTurn.PARTS_BY_CORNERS))
                .ifPresent(contenders::add);
        PeerLines.contender(
                        "SciPy", "scipy_segmentation.py", List.of("256"), SCIPY_LINES, List.of())
                .ifPresent(contenders::add);
        PeerLines.contender("VTK", "vtk_segmentation.py", List.of("256"), VTK_LINES, List.of())
                .ifPresent(contenders::add);
        return new Field() {
            @Override
            public List<Contender> contenders() {
                return contenders;
            }

            @Override
            public void close() {
                ours.close();
            }
        };
    }
}
