// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import java.io.IOException;
import java.util.List;
import org.overread.segmentation.finding.Finding;

/// Where findings outlive the program. I/O threads; one call at a time.
public interface FindingStore {
    /// Keeps nothing: consent is gone.
    FindingStore NOWHERE =
            new FindingStore() {
                @Override
                public Found load(String volumeId) {
                    return new Found.Kept(List.of());
                }

                @Override
                public void save(String volumeId, List<Finding> findings) {}
            };

    /// What was found of a volume's findings.
    sealed interface Found {
        List<Finding> findings();

        /// All of them; none if nothing was ever kept.
        record Kept(List<Finding> findings) implements Found {
            public Kept {
                findings = List.copyOf(findings);
            }
        }

        /// Some could not be understood; what was kept is set aside unchanged under that name.
        record Damaged(List<Finding> findings, int lost, String keptAs) implements Found {
            public Damaged {
                findings = List.copyOf(findings);
            }
        }

        /// What was kept is there and cannot be read; it is not to be written over.
        record Unreadable() implements Found {
            @Override
            public List<Finding> findings() {
                return List.of();
            }
        }
    }

    Found load(String volumeId);

    /// Keeps these in place of what was kept.
    void save(String volumeId, List<Finding> findings) throws IOException;
}
