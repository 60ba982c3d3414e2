// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.project;

import java.util.Locale;

/// Kinds of documents; the word is in the file.
public enum DocumentKind {
    ONTOLOGY,
    GUIDELINE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
