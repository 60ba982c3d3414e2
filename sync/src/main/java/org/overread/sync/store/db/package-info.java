// SPDX-License-Identifier: Apache-2.0
/// One SQLite file: who may open it, its one writer and few readers, its schema, sealed rows. Only here: the driver.
@NullMarked
package org.overread.sync.store.db;

import org.jspecify.annotations.NullMarked;
