// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.statement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.json.FieldReader;
import org.overread.sync.bundle.json.FieldWriter;
import org.overread.sync.bundle.json.JsonValue;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.StatementFault;

/// What is stated about keys.
public sealed interface KeyContent extends Content {

    @Override
    default List<Digest> buildsUpon() {
        return List.of();
    }

    /// Whose key this is and what its owner may do.
    ///
    /// @param key the public key in X.509 form
    /// @param person what the person is called on screen and in print
    record Certificate(
            Bytes key,
            String person,
            String site,
            List<Role> roles,
            Instant notBefore,
            Instant notAfter)
            implements KeyContent {
        public Certificate {
            roles = roles.stream().sorted().distinct().toList();
        }

        /// The key's id.
        public Digest keyId() {
            return key.digest();
        }

        @Override
        public Kind kind() {
            return Kind.KEY_CERTIFICATE;
        }

        @Override
        public List<Digest> subjects() {
            return List.of(keyId());
        }

        @Override
        public void write(FieldWriter out) {
            out.base64("key", key)
                    .text("person", person)
                    .text("site", site)
                    .texts("roles", roles.stream().map(Role::word).toList())
                    .instant("notBefore", notBefore)
                    .instant("notAfter", notAfter);
        }
    }

    /// A person replaces a key; signed by both keys.
    ///
    /// @param until when the old key ends
    record Rotation(Digest oldKey, Digest newKey, Instant until) implements KeyContent {
        @Override
        public Kind kind() {
            return Kind.KEY_ROTATION;
        }

        @Override
        public List<Digest> subjects() {
            return List.of(oldKey, newKey);
        }

        @Override
        public void write(FieldWriter out) {
            out.digest("oldKey", oldKey).digest("newKey", newKey).instant("until", until);
        }
    }

    /// Why a key is no longer believed.
    enum Cause {
        LOST,
        COMPROMISED,
        LEFT,
        SUPERSEDED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A key is no longer believed for what comes after this in the log.
    ///
    /// @param suspectFrom the place in the log from which on what the key signed has to be looked at again
    record Revocation(Digest key, Cause cause, Optional<Long> suspectFrom) implements KeyContent {
        @Override
        public Kind kind() {
            return Kind.KEY_REVOCATION;
        }

        @Override
        public List<Digest> subjects() {
            return List.of(key);
        }

        @Override
        public void write(FieldWriter out) {
            out.digest("key", key).text("cause", cause.word());
            suspectFrom.ifPresent(index -> out.whole("suspectFrom", index));
        }
    }

    static Certificate readCertificate(FieldReader in) throws RefusedException {
        var roles = new ArrayList<Role>();
        for (String word : in.texts("roles", 1, Role.values().length)) {
            Role role =
                    java.util.Arrays.stream(Role.values())
                            .filter(r -> r.word().equals(word))
                            .findFirst()
                            .orElseThrow(
                                    () -> new RefusedException(StatementFault.FIELD_WORD, "roles"));
            if (!roles.isEmpty() && roles.getLast().compareTo(role) >= 0) {
                throw new RefusedException(StatementFault.FIELD_RANGE, "roles");
            }
            roles.add(role);
        }
        return new Certificate(
                in.base64("key"),
                in.text("person", 128),
                in.text("site", 128),
                roles,
                in.instant("notBefore"),
                in.instant("notAfter"));
    }

    static Rotation readRotation(FieldReader in) throws RefusedException {
        var read = new Rotation(in.digest("oldKey"), in.digest("newKey"), in.instant("until"));
        if (read.oldKey().equals(read.newKey())) {
            throw new RefusedException(StatementFault.FIELD_RANGE, "newKey");
        }
        return read;
    }

    static Revocation readRevocation(FieldReader in) throws RefusedException {
        return new Revocation(
                in.digest("key"),
                in.oneOf("cause", Cause.values(), Cause::word),
                in.has("suspectFrom")
                        ? Optional.of(in.whole("suspectFrom", 0, JsonValue.Whole.LARGEST))
                        : Optional.empty());
    }
}
