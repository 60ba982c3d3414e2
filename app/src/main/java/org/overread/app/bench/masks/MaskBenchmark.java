// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.masks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.overread.app.bench.harness.BenchCrew;
import org.overread.app.bench.harness.Benchmark;
import org.overread.app.bench.harness.Contender;
import org.overread.app.bench.harness.Field;
import org.overread.app.bench.harness.PeerLines;
import org.overread.app.bench.harness.Quantity;

/// The algebra of masks on the phantom of 256 voxels a side, every result compared with SciPy's in every turn, voxel by
/// voxel.
///
/// Peers take part where the variable OVERREAD_PEERS names a folder that holds `itk_segmentation`,
/// `scipy_segmentation.py` and `vtk_segmentation.py`. They state their own seconds, the best of their runs; ITK draws the
/// same voxels and its figures are checked, the others draw the same body with noise of their own.
public final class MaskBenchmark implements Benchmark {
    private static final String NONE = "";

    /// A quantity and what the peers call it, [#NONE] where they do not take part.
    private record Row(String name, String itk, String scipy, String vtk) {}

    private static final List<Row> ROWS =
            List.of(
                    new Row(
                            "connected 256",
                            "ConnectedThreshold 6",
                            "skimage flood connectivity=1",
                            "vtkImageThresholdConnectivity"),
                    new Row(
                            "B4 parts by faces",
                            "ConnectedComponent speckle 6",
                            "ndi.label speckle 6",
                            NONE),
                    new Row("parts by corners", "ConnectedComponent speckle 26", NONE, NONE),
                    new Row(
                            "dilation, ball 2",
                            "BinaryDilate ball r2",
                            "ndi.binary_dilation ball r2",
                            NONE),
                    new Row("fill holes", "BinaryFillhole", "ndi.binary_fill_holes", NONE),
                    new Row(
                            "median, 3 a side",
                            "BinaryMedian r1",
                            "ndi.median_filter 3^3 uint8",
                            "vtkImageMedian3D 3^3"),
                    new Row("B5 signed distance", "SignedMaurer", "ndi edt spacing", NONE),
                    new Row( // a margin is made of distances there
                            "B5 margin, 5 mm", "SignedMaurer", "ndi edt spacing", NONE),
                    new Row("opening, 5 a side", NONE, NONE, "vtkImageOpenClose3D 5^3"),
                    new Row("surface", NONE, NONE, "DiscreteFlyingEdges3D 1 label"),
                    new Row(
                            "surface to voxels",
                            NONE,
                            NONE,
                            "PolyDataToImageStencil mesh->labelmap"));

    @Override
    public String name() {
        return "mask";
    }

    @Override
    public String purpose() {
        return "Growing, parts, holes, distances and surfaces of masks of 256 x 256 x 256 voxels.";
    }

    @Override
    public List<Quantity> quantities() {
        return ROWS.stream().map(row -> new Quantity(row.name(), "ms")).toList();
    }

    @Override
    public int warmUpRounds() {
        return 3;
    }

    @Override
    public int rounds() {
        return 7;
    }

    @Override
    public Field open() {
        var crew = new BenchCrew();
        var contenders = new ArrayList<Contender>();
        contenders.add(new Contender("overread", new MaskTurn(crew.crew())));
        PeerLines.contender(
                        "ITK",
                        "itk_segmentation",
                        List.of("256", "ct,lab,mau,med,dil,fill"),
                        itkLines(),
                        List.of(
                                "filled " + MaskTurn.CONNECTED,
                                "objects " + MaskTurn.PARTS_BY_FACES,
                                "objects26 " + MaskTurn.PARTS_BY_CORNERS))
                .ifPresent(contenders::add);
        PeerLines.contender(
                        "SciPy",
                        "scipy_segmentation.py",
                        List.of("256"),
                        lines(Row::scipy),
                        List.of())
                .ifPresent(contenders::add);
        PeerLines.contender(
                        "VTK",
                        "vtk_segmentation.py",
                        List.of("256"),
                        lines(Row::vtk),
                        List.of("roundtrip mismatches 0"))
                .ifPresent(contenders::add);
        return Field.of(contenders, crew::close);
    }

    static List<String> itkLines() {
        return lines(Row::itk);
    }

    private static List<String> lines(Function<Row, String> peer) {
        return ROWS.stream().map(peer).toList();
    }
}
