// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.project;

import org.overread.sync.store.audit.Moment;

/// A study that volumes are labelled for; its key is a word that never changes.
public record Project(String key, String name, Moment made, String person) {}
