// SPDX-License-Identifier: Apache-2.0
package org.overread.app.sign;

import java.nio.file.Path;
import java.util.Optional;
import org.overread.sync.refusal.Refusal;
import org.overread.sync.refusal.RefusedException;

/// Something with keys or signed files was not done. The message is one sentence for people.
public final class SigningException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Optional<Refusal> reason;

    public SigningException(String sentence) {
        super(sentence);
        reason = Optional.empty();
    }

    public SigningException(String sentence, Throwable cause) {
        super(sentence, cause);
        reason = Optional.empty();
    }

    private SigningException(String sentence, RefusedException cause) {
        super(sentence, cause);
        reason = Optional.of(cause.reason());
    }

    /// A file is not believed.
    public static SigningException refused(Path file, RefusedException e) {
        return new SigningException(
                "%s: %s [%s]".formatted(file.getFileName(), e.getMessage(), e.reason().code()), e);
    }

    /// Why, where a reason has a code.
    public Optional<Refusal> reason() {
        return reason;
    }

    /// The sentence.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
