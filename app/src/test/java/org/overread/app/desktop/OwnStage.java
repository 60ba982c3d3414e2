// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;

/// A stage for one test. The toolkit's primary stage lives as long as the process, and with it every listener that a
/// program put on it, and with those the whole program: a hundred windows with their volumes. The test's thread.
public final class OwnStage {
    private OwnStage() {}

    public static Stage open() throws TimeoutException {
        FxToolkit.registerPrimaryStage(); // starts the toolkit
        return FxToolkit.registerStage(Stage::new);
    }

    /// Hides every window and lets go of the stage.
    public static void close() throws TimeoutException {
        FxToolkit.cleanupStages();
        FxToolkit.registerPrimaryStage();
    }
}
