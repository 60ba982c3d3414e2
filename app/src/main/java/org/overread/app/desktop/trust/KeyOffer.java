// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.trust;

import java.util.function.Consumer;
import org.overread.app.desktop.notice.Notice;

/// Offers a key to who saves a version and has none: without one a version is kept, and nobody can prove later whose it
/// is. Once while the window is open. FX thread.
final class KeyOffer {
    private final KeyModel key;
    private final Runnable show;
    private final Consumer<Notice> notices;
    private boolean asked;
    private boolean told;

    /// @param show opens what a key is made with
    KeyOffer(KeyModel key, Runnable show, Consumer<Notice> notices) {
        this.key = key;
        this.show = show;
        this.notices = notices;
        key.state().subscribe(this::follow);
    }

    void saved() {
        if (!asked) {
            asked = true;
            key.look();
            follow(key.state().get());
        }
    }

    private void follow(KeyState state) {
        if (asked && !told && state instanceof KeyState.None) {
            told = true;
            notices.accept(
                    Notice.caution(
                                    "The version is saved without a key.",
                                    "It is kept as it is.",
                                    "With a key of your own you can sign what you save.")
                            .withOffer("Make my key", show));
        }
    }
}
