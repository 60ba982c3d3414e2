// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.pictures;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.overread.app.bench.harness.BenchFailedException;
import org.overread.app.bench.harness.Turn;

/// VTK's reslice filter with all threads: the program names each kind of picture and prints its median.
record VtkReslice(Path program, Result result) implements Turn {

    /// What a picture is when the clock stops.
    enum Result {
        /// Numbers, as the program leaves them.
        VALUES,
        /// Pixels for the screen: the filter of the program is followed by the one that maps a window to colours.
        COLOURS
    }

    /// Runs the program, whose name comes first, with a filter that does not end before its colours are there.
    private static final String WITH_COLOURS =
            """
            import sys, vtk

            class Windowed(vtk.vtkImageReslice):
                colours = None

                def Update(self):
                    if self.colours is None:
                        table = vtk.vtkWindowLevelLookupTable()
                        table.SetWindow(%s)
                        table.SetLevel(%s)
                        table.Build()
                        self.colours = vtk.vtkImageMapToColors()
                        self.colours.SetLookupTable(table)
                        self.colours.SetInputConnection(self.GetOutputPort())
                        self.colours.SetOutputFormatToRGBA()
                    self.colours.Update()

            vtk.vtkImageReslice = Windowed
            with open(sys.argv[1]) as program:
                exec(compile(program.read(), sys.argv[1], "exec"))
            """
                    .formatted(SliceTask.WINDOW.width(), SliceTask.WINDOW.center());

    /// Milliseconds, one for each task.
    @Override
    public List<Double> take() throws BenchFailedException, IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new BenchFailedException(program + " ended with a failure.");
        }
        return medians(said);
    }

    private List<String> command() {
        return switch (result) {
            case VALUES -> List.of("/usr/bin/python3", program.toString());
            case COLOURS -> List.of("/usr/bin/python3", "-c", WITH_COLOURS, program.toString());
        };
    }

    List<Double> medians(String said) throws BenchFailedException {
        var medians = new ArrayList<Double>();
        for (SliceTask task : SliceTask.ALL) {
            Matcher line = // the first of the two, with threads
                    Pattern.compile(
                                    "(?m)^"
                                            + Pattern.quote(task.peerLabel())
                                            + ": median ([0-9.]+) ms")
                            .matcher(said);
            if (!line.find()) {
                throw new BenchFailedException(program + " did not time " + task.peerLabel() + ".");
            }
            medians.add(Double.parseDouble(line.group(1)));
        }
        return medians;
    }
}
