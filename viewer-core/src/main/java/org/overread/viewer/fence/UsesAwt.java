// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.fence;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// May use `java.awt` and `javax.swing`.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface UsesAwt {

    /// Why it must be here.
    String value();
}
