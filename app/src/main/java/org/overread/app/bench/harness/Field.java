// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.harness;

import java.util.List;

/// The contenders, ready to take turns. The first is the one that the others are compared with.
public interface Field extends AutoCloseable {

    List<Contender> contenders();

    @Override
    void close();

    /// A field that needs nothing.
    static Field of(List<Contender> contenders) {
        return of(contenders, () -> {});
    }

    /// A field that `closing` takes away.
    static Field of(List<Contender> contenders, Runnable closing) {
        return new Field() {
            @Override
            public List<Contender> contenders() {
                return contenders;
            }

            @Override
            public void close() {
                closing.run();
            }
        };
    }
}
