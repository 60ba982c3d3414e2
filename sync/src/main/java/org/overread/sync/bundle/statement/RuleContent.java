// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.statement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.json.CanonicalJson;
import org.overread.sync.bundle.json.FieldReader;
import org.overread.sync.bundle.json.FieldWriter;
import org.overread.sync.bundle.json.JsonValue;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.StatementFault;

/// What is stated about rules.
public sealed interface RuleContent extends Content {

    @Override
    default List<Digest> buildsUpon() {
        return List.of();
    }

    /// A guideline is in force.
    ///
    /// @param supersedes the digest of the text before it
    /// @param mapping the digest of a text that says how labels of the one before translate
    record GuidelineRelease(
            Reference guideline, Optional<Digest> supersedes, Optional<Digest> mapping)
            implements RuleContent {
        @Override
        public Kind kind() {
            return Kind.GUIDELINE_RELEASE;
        }

        @Override
        public List<Digest> subjects() {
            return List.of(guideline.digest());
        }

        @Override
        public void write(FieldWriter out) {
            out.put("guideline", guideline.write())
                    .optionalDigest("supersedes", supersedes)
                    .optionalDigest("mapping", mapping);
        }
    }

    /// Who may make statements of one kind, and how many signatures they need.
    record Rule(Kind kind, List<Role> roles, int signatures) {
        public Rule {
            roles = roles.stream().sorted().distinct().toList();
        }

        JsonValue.Fields write() {
            return new FieldWriter()
                    .text("kind", kind.word())
                    .texts("roles", roles.stream().map(Role::word).toList())
                    .whole("signatures", signatures)
                    .end();
        }

        static Rule read(FieldReader in) throws RefusedException {
            var roles = new ArrayList<Role>();
            for (String word : in.texts("roles", 1, Role.values().length)) {
                roles.add(
                        Arrays.stream(Role.values())
                                .filter(role -> role.word().equals(word))
                                .findFirst()
                                .orElseThrow(
                                        () ->
                                                new RefusedException(
                                                        StatementFault.FIELD_WORD, "roles")));
            }
            if (!roles.equals(roles.stream().sorted().distinct().toList())) {
                throw new RefusedException(StatementFault.FIELD_RANGE, "roles");
            }
            return new Rule(
                    in.oneOf("kind", Kind.values(), Kind::word),
                    roles,
                    in.small("signatures", 1, 8));
        }
    }

    /// The rules of an organisation, themselves signed, so that an auditor can tell why something was allowed.
    record Policy(long version, List<Rule> rules) implements RuleContent {
        public Policy {
            rules = List.copyOf(rules);
        }

        @Override
        public Kind kind() {
            return Kind.POLICY;
        }

        @Override
        public List<Digest> subjects() {
            return List.of(CanonicalJson.write(rulesJson()).digest());
        }

        private JsonValue.Items rulesJson() {
            return JsonValue.items(rules.stream().map(Rule::write).toList());
        }

        @Override
        public void write(FieldWriter out) {
            out.whole("version", version).put("rules", rulesJson());
        }
    }

    static GuidelineRelease readGuideline(FieldReader in) throws RefusedException {
        return new GuidelineRelease(
                in.of("guideline", Reference::read),
                in.optionalDigest("supersedes"),
                in.optionalDigest("mapping"));
    }

    static Policy readPolicy(FieldReader in) throws RefusedException {
        List<Rule> rules = in.listOf("rules", 1, Kind.values().length, Rule::read);
        for (int n = 1; n < rules.size(); n++) {
            if (rules.get(n - 1).kind().compareTo(rules.get(n).kind()) >= 0) {
                throw new RefusedException(StatementFault.FIELD_RANGE, "rules");
            }
        }
        return new Policy(in.whole("version", 1, JsonValue.Whole.LARGEST), rules);
    }
}
