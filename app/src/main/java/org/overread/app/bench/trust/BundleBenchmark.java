// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.trust;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.overread.app.bench.harness.BenchFailedException;
import org.overread.app.bench.harness.Benchmark;
import org.overread.app.bench.harness.Contender;
import org.overread.app.bench.harness.Field;
import org.overread.app.bench.harness.Quantity;
import org.overread.app.bench.store.WholeBody;
import org.overread.app.exchange.OutgoingReading;
import org.overread.segmentation.mask.Mask;
import org.overread.sync.bundle.BundleContents;
import org.overread.sync.bundle.BundleVerifier;
import org.overread.sync.bundle.BundleWriter;
import org.overread.sync.bundle.Expectations;
import org.overread.sync.bundle.Verdict;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.object.ObjectsInMemory;
import org.overread.sync.bundle.statement.Layer;
import org.overread.sync.bundle.statement.Origin;
import org.overread.sync.bundle.statement.SegmentEntry;
import org.overread.sync.refusal.RefusedException;

/// A whole-body reading signed and written as a bundle, and verified again; its size beside that of the same label map as
/// compressed NIfTI.
public final class BundleBenchmark implements Benchmark {
    @Override
    public String name() {
        return "bundle";
    }

    @Override
    public String purpose() {
        return "Writes and verifies a bundle of 104 structures on 512 x 512 x 600 voxels.";
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                new Quantity("write", "ms"),
                new Quantity("verify", "ms"),
                new Quantity("size", "MiB"),
                new Quantity("size beside .nii.gz", "x"));
    }

    @Override
    public int warmUpRounds() {
        return 2;
    }

    @Override
    public int rounds() {
        return 5;
    }

    @Override
    public Field open() {
        List<Mask> masks = WholeBody.masks();
        long nifti = niftiBytes(masks);
        var segments = new ArrayList<OutgoingReading.Segment>();
        for (int n = 0; n < masks.size(); n++) {
            segments.add(
                    new OutgoingReading.Segment(
                            masks.get(n),
                            new SegmentEntry(
                                    1,
                                    n + 1,
                                    "Structure " + (n + 1),
                                    "s" + n,
                                    Optional.empty(),
                                    "#808080",
                                    "completed",
                                    Optional.empty(),
                                    Origin.HAND)));
        }
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        ExecutorService compute = Executors.newFixedThreadPool(threads);
        return new Field() {
            @Override
            public List<Contender> contenders() {
                return List.of(
                        new Contender("overread", () -> turn(segments, compute, threads, nifti)));
            }

            @Override
            public void close() {
                compute.shutdownNow();
            }
        };
    }

    private static List<Double> turn(
            List<OutgoingReading.Segment> segments,
            ExecutorService compute,
            int threads,
            long nifti)
            throws BenchFailedException, IOException, InterruptedException {
        try {
            var office = new BenchOffice();
            var objects = new ObjectsInMemory();
            var out = new ByteArrayOutputStream(8 << 20);
            long begun = System.nanoTime();
            List<Layer> layers = OutgoingReading.layers(segments, objects, compute, threads);
            Envelope version = office.sign(BenchOffice.version(layers));
            new BundleWriter(
                            List.of(),
                            List.of(office.certificate()),
                            List.of(version),
                            Optional.empty(),
                            List.of())
                    .write(out, objects);
            long written = System.nanoTime();
            Verdict verdict =
                    BundleVerifier.verify(
                            new ByteArrayInputStream(out.toByteArray()),
                            office.root(),
                            Expectations.none(BenchOffice.NOW),
                            BundleContents.NONE);
            long verified = System.nanoTime();
            if (verdict instanceof Verdict.Refused refused) {
                throw new BenchFailedException(refused.sentence());
            }
            return List.of(
                    (written - begun) / 1e6,
                    (verified - written) / 1e6,
                    out.size() / 1048576.0,
                    (double) out.size() / nifti);
        } catch (RefusedException e) {
            throw new BenchFailedException(String.valueOf(e.getMessage()));
        }
    }

    /// Of a header of 352 bytes and a byte a voxel, packed as `.nii.gz` files are.
    private static long niftiBytes(List<Mask> masks) {
        long[] count = {0};
        var counting =
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        count[0]++;
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) {
                        count[0] += length;
                    }
                };
        try (var out = new GZIPOutputStream(counting, 1 << 16)) {
            out.write(new byte[352]);
            for (int k = 0; k < WholeBody.SIZE.k(); k++) {
                out.write(WholeBody.slice(masks, k));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return count[0];
    }
}
