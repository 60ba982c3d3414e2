// SPDX-License-Identifier: Apache-2.0
package org.overread.app.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.overread.app.truth.TruthCase.NotHereException;
import org.overread.app.truth.TruthCase.Truth;
import org.overread.viewer.work.Progress;

/// Every hard case once: written, opened, judged, and taken away again.
public final class TruthSet {
    private TruthSet() {}

    static List<TruthCase> cases() {
        var cases = new ArrayList<TruthCase>();
        cases.addAll(GeometryCases.all());
        cases.addAll(SplittingCases.all());
        cases.addAll(MultiFrameCases.all());
        cases.addAll(ValueCases.all());
        cases.addAll(EncodingCases.all());
        cases.addAll(TextCases.all());
        return cases;
    }

    /// Blocks until all cases are judged; opens them on the calling thread and on `compute`. Needs some megabytes of
    /// temporary files. `listener` counts cases.
    public static TruthReport run(
            ExecutorService compute, List<TruthPeer> peers, Progress.Listener listener)
            throws IOException, InterruptedException {
        List<TruthCase> cases = cases();
        var lines = new ArrayList<TruthLine>();
        for (TruthCase one : cases) {
            lines.add(judge(one, new Judge(compute), peers));
            listener.progress(new Progress(lines.size(), cases.size()));
        }
        return new TruthReport(lines);
    }

    static TruthLine judge(TruthCase one, Judge judge, List<TruthPeer> peers)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("overread-truth");
        try {
            Path files = Files.createDirectory(folder.resolve("files"));
            Truth truth = one.writer().write(files);
            TruthLine line = judge.judge(one, truth, files);
            var answers = new ArrayList<TruthLine.PeerAnswer>();
            for (TruthPeer peer : peers) {
                answers.add(peer.judge(truth, files, folder));
            }
            return line.with(answers);
        } catch (NotHereException e) {
            return Judge.notRun(one, String.valueOf(e.getMessage()));
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
