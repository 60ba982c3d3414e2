// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.store;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.overread.app.bench.harness.Benchmark;
import org.overread.app.bench.harness.Contender;
import org.overread.app.bench.harness.Field;
import org.overread.app.bench.harness.Quantity;

/// What a thousand versions of one body take, 1 % of the blocks changed in each, against one of them and against the same
/// labels as a compressed NIfTI file.
public final class StoreSizeBenchmark implements Benchmark {
    private static final int VERSIONS = 1000;

    @Override
    public String name() {
        return "store-size";
    }

    @Override
    public String purpose() {
        return "Bytes of 1,000 versions, 1 % changed in each, against one version and against compressed NIfTI.";
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                new Quantity("first version", "of NIfTI"),
                new Quantity("each with 1 % changed", "of NIfTI"),
                new Quantity("1,000 versions", "of one"),
                new Quantity("one version", "MiB"));
    }

    @Override
    public int warmUpRounds() {
        return 0;
    }

    @Override
    public int rounds() {
        return 1;
    }

    @Override
    public Field open() {
        return Field.of(List.of(new Contender("overread", StoreSizeBenchmark::take)));
    }

    private static List<Double> take() throws IOException {
        try (var field = new StoreField(Files.createTempDirectory("overread-size"))) {
            double nifti = field.niftiBytes();
            field.wholeVersion();
            double one = field.fileBytes();
            for (int n = 1; n < VERSIONS; n++) {
                field.onePercent();
            }
            double all = field.fileBytes();
            return List.of(
                    one / nifti, (all - one) / (VERSIONS - 1) / nifti, all / one, one / (1 << 20));
        }
    }
}
