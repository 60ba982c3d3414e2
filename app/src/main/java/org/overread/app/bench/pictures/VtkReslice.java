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
record VtkReslice(Path program) implements Turn {

    /// Milliseconds, one for each task.
    @Override
    public List<Double> take() throws BenchFailedException, IOException, InterruptedException {
        Process process =
                new ProcessBuilder("/usr/bin/python3", program.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new BenchFailedException(program + " ended with a failure.");
        }
        return medians(said);
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
