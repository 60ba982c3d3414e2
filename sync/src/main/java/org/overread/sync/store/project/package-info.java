// SPDX-License-Identifier: Apache-2.0
/// What is to be read: projects, their ontologies and guidelines by revision, volumes seen, tasks, readings and notes.
@NullMarked
package org.overread.sync.store.project;

import org.jspecify.annotations.NullMarked;
