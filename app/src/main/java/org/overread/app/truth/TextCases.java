// SPDX-License-Identifier: Apache-2.0
package org.overread.app.truth;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.overread.app.truth.TruthCase.Truth;
import org.overread.viewer.volume.GeometryVerdict.Kind;

/// Names of patients as DICOM PS3.5 writes them in its annexes H, I, J and K, byte by byte.
final class TextCases {
    private TextCases() {}

    static List<TruthCase> all() {
        var cases = new ArrayList<TruthCase>();
        add(
                cases,
                "Japanese, ISO 2022, annex H.3.1",
                "\\ISO 2022 IR 87",
                "59616D6164615E5461726F753D1B24423B3345441B28425E1B244242404F3A1B28423D"
                        + "1B24422464245E24401B28425E1B2442243F246D24261B2842",
                "Yamada^Tarou=山田^太郎=やまだ^たろう");
        add(
                cases,
                "Korean, ISO 2022, annex I.2",
                "\\ISO 2022 IR 149",
                "486F6E675E47696C646F6E673D1B242943FBF35E1B242943D1CED4D73D1B242943C8AB5E1B242943B1E6B5BF",
                "Hong^Gildong=洪^吉洞=홍^길동");
        add(
                cases,
                "Chinese, UTF-8, annex J.1",
                "ISO_IR 192",
                "57616E675E5869616F446F6E673DE78E8B5EE5B08FE69DB13D",
                "Wang^XiaoDong=王^小東=");
        add(
                cases,
                "Chinese, GB18030, annex J.2",
                "GB18030",
                "57616E675E5869616F446F6E673DCDF55ED0A1B6AB3D",
                "Wang^XiaoDong=王^小东=");
        add(cases, "Latin alphabet 1", "ISO_IR 100", "42756368E4727A", "Buchärz");
        return cases;
    }

    private static void add(
            List<TruthCase> cases, String name, String charset, String hex, String patient) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        cases.add(
                TruthCase.opened(
                        "Charsets",
                        name,
                        folder -> {
                            for (BeadSlice slice : ValueCases.stack()) {
                                GeometryCases.write(
                                        folder,
                                        slice.number(),
                                        Ct.image(slice, Coding.USUAL)
                                                .text(0x0008_0005, "CS", charset)
                                                .bytes(0x0010_0010, "PN", bytes));
                            }
                            return new Truth(
                                    List.of(Part.of(ValueCases.stack(), Kind.REGULAR)),
                                    Optional.of(patient));
                        }));
    }
}
