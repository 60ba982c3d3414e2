// SPDX-License-Identifier: Apache-2.0
package org.overread.app.segment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.overread.segmentation.label.Structure;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.Region;
import org.overread.segmentation.tool.ToolNumber;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.segmentation.tool.VoxelVolumes;
import org.overread.segmentation.tool.toolbox.ToolReport;
import org.overread.viewer.volume.Volume;

/// The shape of `segment --json`. Millilitres are left out where the files do not say how large a voxel is; a number
/// without bound, such as an infinite threshold, is written as text. `confidence` names the file of how sure the tool is.
public record SegmentReport(
        String tool,
        long voxels,
        Optional<Double> millilitres,
        Optional<Box> box,
        List<Part> regions,
        Map<String, String> parameters,
        Map<String, Object> numbers,
        List<Note> notes,
        Optional<String> confidence,
        double milliseconds) {

    /// Voxel indices, both corners included.
    public record Box(List<Integer> low, List<Integer> high) {
        static Box of(VoxelBox box) {
            return new Box(
                    List.of(box.lowI(), box.lowJ(), box.lowK()),
                    List.of(box.highI(), box.highJ(), box.highK()));
        }
    }

    /// A label; `structure` is its name where one was given.
    public record Part(
            int label,
            Optional<String> structure,
            long voxels,
            Optional<Double> millilitres,
            Optional<Box> box) {}

    public record Note(String sentence, Optional<List<Double>> voxel) {}

    public static SegmentReport of(
            String tool,
            Volume volume,
            ToolReport report,
            ToolOutcome.Segmented found,
            Map<Integer, Structure> structures,
            Optional<Path> confidence) {
        var volumes = new VoxelVolumes(volume.geometry());
        boolean calibrated = volume.verdict().isCalibrated();
        List<Part> parts =
                found.regions().stream()
                        .map(r -> part(r, structures, volumes, calibrated))
                        .toList();
        Part first = parts.getFirst();
        var parameters = new LinkedHashMap<String, String>();
        report.parameters().forEach(p -> parameters.put(p.getKey(), p.getValue()));
        var numbers = new LinkedHashMap<String, Object>();
        for (ToolNumber number : found.numbers()) {
            double value = number.value();
            numbers.put(
                    number.unit().isEmpty()
                            ? number.name()
                            : "%s (%s)".formatted(number.name(), number.unit()),
                    Double.isFinite(value) ? value : String.valueOf(value));
        }
        return new SegmentReport(
                tool,
                first.voxels(),
                first.millilitres(),
                first.box(),
                parts,
                parameters,
                numbers,
                found.notes().stream()
                        .map(
                                n ->
                                        new Note(
                                                n.sentence(),
                                                n.at().map(p -> List.of(p.i(), p.j(), p.k()))))
                        .toList(),
                confidence.map(Path::toString),
                report.milliseconds());
    }

    private static Part part(
            Region region,
            Map<Integer, Structure> structures,
            VoxelVolumes volumes,
            boolean calibrated) {
        return new Part(
                region.label(),
                Optional.ofNullable(structures.get(region.label())).map(Structure::name),
                region.mask().count(),
                calibrated ? Optional.of(volumes.millilitres(region.mask())) : Optional.empty(),
                region.mask().bounds().map(Box::of));
    }
}
