// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.harness;

/// A benchmark cannot be run here; the message says why in one sentence.
public final class BenchFailedException extends Exception {
    private static final long serialVersionUID = 1;

    public BenchFailedException(String sentence) {
        super(sentence);
    }
}
