// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.object;

import java.io.IOException;

/// Where objects go. To put one that is there already changes nothing.
@FunctionalInterface
public interface ObjectSink {
    void put(StoredObject object) throws IOException;
}
