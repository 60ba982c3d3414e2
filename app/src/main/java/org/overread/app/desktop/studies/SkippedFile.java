// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.studies;

/// A file that was not taken, and why in words for people.
public record SkippedFile(String name, String reason) {}
