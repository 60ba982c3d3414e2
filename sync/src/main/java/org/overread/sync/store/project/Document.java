// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.project;

import org.overread.sync.bundle.bytes.Bytes;

/// What a project keeps revision after revision and versions name by digest.
public sealed interface Document permits Ontology, Guideline {

    /// A word that stays the same from revision to revision.
    String key();

    DocumentKind kind();

    /// Its one spelling.
    Bytes bytes();
}
