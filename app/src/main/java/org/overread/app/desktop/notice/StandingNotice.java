// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.notice;

import java.util.Optional;

/// A message about how something stands: when it stands otherwise, the one before goes. FX thread.
public final class StandingNotice {
    private final Notices notices;
    private Optional<Notice> last = Optional.empty();

    public StandingNotice(Notices notices) {
        this.notices = notices;
    }

    /// Nothing to say takes what was said from the screen; saying it again counts it.
    public void become(Optional<Notice> now) {
        last.filter(before -> now.filter(before::saysTheSameAs).isEmpty())
                .ifPresent(notices::withdraw);
        last = now;
        now.ifPresent(notices::show);
    }
}
