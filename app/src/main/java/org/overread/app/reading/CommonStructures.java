// SPDX-License-Identifier: Apache-2.0
package org.overread.app.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.overread.segmentation.label.Code;
import org.overread.segmentation.label.LabelColor;
import org.overread.segmentation.label.Structure;

/// The structures that are offered where a project has no ontology of its own: common organs and lesions with their
/// SNOMED CT codes.
public final class CommonStructures {
    private static final int LONGEST_ID = 64;

    /// Code, then name.
    private static final List<String> KNOWN =
            List.of(
                    "52988006 Lesion",
                    "4147007 Mass",
                    "27925004 Nodule",
                    "108369006 Neoplasm",
                    "441457006 Cyst",
                    "59441001 Lymph node",
                    "35566002 Hematoma",
                    "79654002 Edema",
                    "10200004 Liver",
                    "78961009 Spleen",
                    "64033007 Kidney",
                    "9846003 Right kidney",
                    "18639004 Left kidney",
                    "23451007 Adrenal gland",
                    "15776009 Pancreas",
                    "28231008 Gallbladder",
                    "69695003 Stomach",
                    "38848004 Duodenum",
                    "30315005 Small intestine",
                    "71854001 Colon",
                    "89837001 Urinary bladder",
                    "41216001 Prostate",
                    "35039007 Uterus",
                    "39607008 Lung",
                    "3341006 Right lung",
                    "44029006 Left lung",
                    "44567001 Trachea",
                    "32849002 Esophagus",
                    "80891009 Heart",
                    "15825003 Aorta",
                    "64131007 Inferior vena cava",
                    "32764006 Portal vein",
                    "81040000 Pulmonary artery",
                    "69748006 Thyroid gland",
                    "12738006 Brain",
                    "2748008 Spinal cord",
                    "51282000 Vertebra",
                    "113197003 Rib",
                    "56873002 Sternum",
                    "71341001 Femur",
                    "272673000 Bone",
                    "55603005 Adipose tissue",
                    "39937001 Skin");

    private CommonStructures() {}

    /// All of them, in one colour.
    public static List<Structure> all(LabelColor color) {
        var all = new ArrayList<Structure>();
        for (String line : KNOWN) {
            int space = line.indexOf(' ');
            String name = line.substring(space + 1);
            all.add(
                    new Structure(
                            idOf(name),
                            name,
                            Optional.of(new Code("SCT", line.substring(0, space), name)),
                            color,
                            Optional.empty()));
        }
        return List.copyOf(all);
    }

    /// Those whose names hold every word that was typed, those that begin with it first.
    public static List<Structure> search(String typed, LabelColor color) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        List<String> words = List.of(wanted.split("\\s+", -1));
        var first = new ArrayList<Structure>();
        var others = new ArrayList<Structure>();
        for (Structure one : all(color)) {
            String name = one.name().toLowerCase(Locale.ROOT);
            if (name.startsWith(wanted)) {
                first.add(one);
            } else if (words.stream().allMatch(name::contains)) {
                others.add(one);
            }
        }
        first.addAll(others);
        return first;
    }

    /// A structure that only has a name.
    public static Structure named(String name, LabelColor color) {
        String stripped = name.strip();
        return all(color).stream()
                .filter(one -> one.name().equalsIgnoreCase(stripped))
                .findFirst()
                .orElseGet(
                        () ->
                                new Structure(
                                        idOf(stripped),
                                        stripped,
                                        Optional.empty(),
                                        color,
                                        Optional.empty()));
    }

    /// What a structure is called where only its id is known.
    public static String nameOf(String id) {
        return all(new LabelColor(0, 0, 0)).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(Structure::name)
                .orElseGet(() -> spelled(id));
    }

    private static String spelled(String id) {
        String words = id.replace('-', ' ').strip();
        return words.isEmpty()
                ? "Others"
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String idOf(String name) {
        String word =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return word.isEmpty() ? "other" : word.substring(0, Math.min(LONGEST_ID, word.length()));
    }
}
