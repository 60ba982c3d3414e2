// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.studies;

/// One image of a folder that is being read, with the words for its patient and examination. Which series it belongs to
/// is not known yet.
public record FirstImage(String words, Thumbnail picture) {}
