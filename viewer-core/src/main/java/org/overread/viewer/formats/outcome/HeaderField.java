// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.outcome;

/// One field of a file's header for people to read, as the file has it.
public record HeaderField(String name, String value) {}
