// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A peer that measures itself: the seconds that it prints are added up, its start and its end do not count.
///
/// It shows nothing before all is read: what it took is the answer to each of the `quantities`, to the first slice too.
public record PeerSeconds(List<String> command, String pattern, int quantities) implements Turn {
    public PeerSeconds {
        command = List.copyOf(command);
    }

    /// Milliseconds.
    @Override
    public List<Double> take() throws BenchFailedException, IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        double milliseconds = milliseconds(said);
        if (process.waitFor() != 0 || milliseconds <= 0) {
            throw new BenchFailedException(
                    "%s did not say how long it took.".formatted(command.getFirst()));
        }
        return Collections.nCopies(quantities, milliseconds);
    }

    double milliseconds(String said) {
        Matcher seconds = Pattern.compile(pattern).matcher(said);
        double sum = 0;
        while (seconds.find()) {
            sum += Double.parseDouble(seconds.group(1));
        }
        return sum * 1000;
    }
}
