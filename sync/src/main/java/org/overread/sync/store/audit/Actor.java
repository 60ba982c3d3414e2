// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.audit;

/// Who acts, where, and with which program.
///
/// @param person the reader's id in the project, never a patient's name
/// @param software name and version
public record Actor(String person, String workstation, String software) {
    public Actor {
        if (person.isBlank() || workstation.isBlank() || software.isBlank()) {
            throw new IllegalArgumentException("somebody acts somewhere with some program");
        }
    }
}
