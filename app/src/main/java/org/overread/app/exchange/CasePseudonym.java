// SPDX-License-Identifier: Apache-2.0
package org.overread.app.exchange;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What a case is called outside: a keyed hash of its name here, so that who has no key can neither undo nor guess it.
public final class CasePseudonym {
    private static final int DIGITS = 32;

    private CasePseudonym() {}

    /// 32 hexadecimal digits.
    ///
    /// @param key secret bytes of the project, at least 16
    public static String of(String caseName, byte[] key) {
        if (key.length < 16) {
            throw new IllegalArgumentException("a key of " + key.length + " bytes");
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update("overread-case/1\n".getBytes(StandardCharsets.US_ASCII));
            byte[] hash = mac.doFinal(caseName.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HMAC-SHA256", e);
        }
    }
}
