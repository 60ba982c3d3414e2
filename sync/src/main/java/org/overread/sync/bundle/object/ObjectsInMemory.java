// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.object;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.overread.sync.bundle.bytes.Digest;

/// Objects that are kept as long as this is; any thread may use it.
public final class ObjectsInMemory implements ObjectSource, ObjectSink {
    private final Map<Digest, StoredObject> objects = new ConcurrentHashMap<>();

    @Override
    public Optional<StoredObject> find(Digest digest) {
        return Optional.ofNullable(objects.get(digest));
    }

    @Override
    public void put(StoredObject object) {
        objects.put(object.digest(), object);
    }

    public int count() {
        return objects.size();
    }

    /// Bytes of all objects.
    public long bytes() {
        return objects.values().stream().mapToLong(object -> object.bytes().length()).sum();
    }
}
