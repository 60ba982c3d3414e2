// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.viewer.dicom.Study;

class StudyTextTest {

    /// The names are examples of DICOM PS3.5, 6.2.1.1.
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    Adams^John Robert Quincy^^Rev.^B.A. M.Div., 'Adams, John Robert Quincy'
                    Morrison-Jones^Susan^^^Ph.D., 'Morrison-Jones, Susan'
                    Doe^John, 'Doe, John'
                    ^Bob, Bob
                    Smitty^, Smitty
                    Yamada^Tarou=山田^太郎=やまだ^たろう, 'Yamada, Tarou'
                    """)
    void personNamesReadAsPeopleWriteThem(String dicom, String expected) {
        assertEquals(expected, StudyText.name(dicom));
    }

    @Test
    void datesReadAsPeopleWriteThemAndOddOnesStay() {
        assertEquals("2 Mar 2026", StudyText.date("20260302"));
        assertEquals("2026.03.02", StudyText.date("2026.03.02"));
        assertEquals("", StudyText.date(""));
    }

    @Test
    void aStudyIsCalledByPatientAndExamination() {
        assertEquals("Doe, Jane · CT chest", StudyText.title(study("Doe^Jane", "CT chest")));
        assertEquals("CT chest", StudyText.title(study("", "CT chest")));
        assertEquals("Doe, Jane", StudyText.title(study("Doe^Jane", " ")));
        assertEquals("Study without a name", StudyText.title(study("", "")));
    }

    private static Study study(String patient, String description) {
        return new Study("1.2.3", patient, "", "", description, List.of());
    }
}
