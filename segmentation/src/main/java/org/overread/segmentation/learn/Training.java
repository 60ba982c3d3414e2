// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn;

/// What became of an attempt to learn.
public sealed interface Training {

    record Learned(Trained model) implements Training {}

    record Refused(LearnRefusal reason) implements Training {}
}
