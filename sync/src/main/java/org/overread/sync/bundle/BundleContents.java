// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import java.io.IOException;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.object.StoredObject;
import org.overread.sync.bundle.statement.Statement;

/// Takes what a bundle carries while it is verified. What was taken may be used only when the verdict is that all holds.
public interface BundleContents {
    /// Takes nothing.
    BundleContents NONE =
            new BundleContents() {
                @Override
                public void statement(Envelope envelope, Statement statement) {}

                @Override
                public void object(StoredObject object) {}
            };

    /// Takes what is stated about a key.
    default void certificate(Envelope envelope) throws IOException {}

    void statement(Envelope envelope, Statement statement) throws IOException;

    void object(StoredObject object) throws IOException;
}
