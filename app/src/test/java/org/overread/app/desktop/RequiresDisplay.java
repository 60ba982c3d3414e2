// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A test in a real window. Without a display it is skipped by name; on a build server it fails, so that nobody takes
/// a skipped test for a passed one.
@Tag("desktop")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresDisplay.Condition.class)
public @interface RequiresDisplay {

    /// Looks for the display before any window is made.
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            Optional<String> missing =
                    missing(
                            System.getProperty("os.name"),
                            System.getenv().getOrDefault("DISPLAY", ""),
                            System.getProperty("glass.platform", ""));
            if (missing.isEmpty()) {
                return ConditionEvaluationResult.enabled("there is a display");
            }
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException(missing.get());
            }
            return ConditionEvaluationResult.disabled(missing.get());
        }

        /// What is missing for a window to open.
        static Optional<String> missing(String os, String display, String glassPlatform) {
            boolean needsX =
                    os.toLowerCase(Locale.ROOT).contains("linux")
                            && !"Headless".equals(glassPlatform);
            return needsX && display.isBlank()
                    ? Optional.of("no X display: DISPLAY is not set, for example by Xvfb")
                    : Optional.empty();
        }
    }
}
