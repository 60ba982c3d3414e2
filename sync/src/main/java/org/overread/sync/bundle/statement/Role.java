// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.statement;

import java.util.Locale;

/// What a certificate lets a person do.
public enum Role {
    READER,
    REVIEWER,
    ADJUDICATOR,
    /// Releases and withdraws; makes no labels.
    DATA_LEAD,
    GUIDELINE_OWNER,
    /// A program that signs its results.
    WORKER;

    /// As statements spell it.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
