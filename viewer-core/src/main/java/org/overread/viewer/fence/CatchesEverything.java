// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.fence;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// May catch `RuntimeException`, `Exception` or `Throwable`: code of others is called here, or a thread must not die.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface CatchesEverything {

    /// Why it must be here.
    String value();
}
