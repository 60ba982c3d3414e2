// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.refusal;

import java.util.Locale;

/// Why bytes from outside are not believed. The set is closed: each group is an enum, and each constant has a code that
/// never changes and a sentence for people. Sentences hold nothing of what was refused.
public sealed interface Refusal
        permits BundleFault,
                EnvelopeFault,
                JsonFault,
                KeyFault,
                LogFault,
                ObjectFault,
                StatementFault,
                TrustFault {

    /// One sentence: what is wrong.
    String sentence();

    /// The constant's name.
    String name();

    /// The group's word, the first part of a code.
    String group();

    /// What a program compares, such as `json.duplicate-key`.
    default String code() {
        return group() + "." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
