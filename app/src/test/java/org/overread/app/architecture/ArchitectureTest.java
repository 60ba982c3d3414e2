// SPDX-License-Identifier: Apache-2.0
package org.overread.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.NullMarked;
import org.overread.app.desktop.control.LateTip;
import org.overread.viewer.fence.UsesAwt;

/// The fences of the design, looked for in the classes of all modules.
@AnalyzeClasses(packages = "org.overread", importOptions = ArchitectureTest.OurProgram.class)
final class ArchitectureTest {

    /// Not the tests, be they classes or the jar of them that other modules' tests use.
    static final class OurProgram implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/") && !location.contains("-tests.jar");
        }
    }

    private static final String VIEWER = "org.overread.viewer..";
    private static final String SEGMENTATION = "org.overread.segmentation..";
    private static final String SYNC = "org.overread.sync..";
    private static final String APP = "org.overread.app..";

    @ArchTest
    static final ArchRule viewerCoreKnowsNoOtherModule =
            noClasses()
                    .that()
                    .resideInAPackage(VIEWER)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(SEGMENTATION, SYNC, APP);

    @ArchTest
    static final ArchRule segmentationKnowsNeitherSyncNorApp =
            noClasses()
                    .that()
                    .resideInAPackage(SEGMENTATION)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(SYNC, APP)
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule syncKnowsNoneOfOurs =
            noClasses()
                    .that()
                    .resideInAPackage(SYNC)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(VIEWER, SEGMENTATION, APP)
                    .allowEmptyShould(true);

    /// Bundles, keys and the log are files and bytes: they verify with no network, no desktop and no JSON library.
    @ArchTest
    static final ArchRule signedObjectsKnowNoNetwork =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "org.overread.sync.bundle..",
                            "org.overread.sync.trust..",
                            "org.overread.sync.log..",
                            "org.overread.sync.refusal..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.net..",
                            "javax.net..",
                            "java.sql..",
                            "javafx..",
                            "tools.jackson..",
                            "com.fasterxml..",
                            "org.overread.sync.store..",
                            "org.overread.sync.client..",
                            "org.overread.sync.server..");

    @ArchTest
    static final ArchRule onlySyncKnowsItsLibraries =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "org.overread.sync..", "org.bouncycastle..", "com.github.luben..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.bouncycastle..", "com.github.luben..");

    @ArchTest
    static final ArchRule onlyViewerDicomKnowsPixelMed =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("org.overread.viewer.dicom..", "com.pixelmed..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.pixelmed..");

    @ArchTest
    static final ArchRule onlyViewerGlKnowsJogl =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.overread.viewer.gl..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.jogamp..", "jogamp..");

    @ArchTest
    static final ArchRule onlyTheForestKnowsTribuo =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("org.overread.segmentation.learn.forest..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.tribuo..");

    @ArchTest
    static final ArchRule onlyTheDesktopKnowsJavaFx =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.overread.app.desktop..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("javafx..");

    /// Each tip is a window with a scene, and a list has one for every row.
    @ArchTest
    static final ArchRule tipsAreMadeLate =
            noClasses()
                    .that()
                    .doNotBelongToAnyOf(LateTip.class)
                    .should()
                    .callConstructor(Tooltip.class)
                    .orShould()
                    .callConstructor(Tooltip.class, String.class);

    @ArchTest
    static final ArchRule onlyStoreAndServerKnowJavaSql =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "org.overread.sync.store..", "org.overread.sync.server..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule onlyNamedClassesUseAwt =
            noClasses()
                    .that()
                    .areNotAnnotatedWith(UsesAwt.class)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.awt..", "javax.swing..");

    @ArchTest
    static final ArchRule nobodyPrintsPastTheCommandLine =
            NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("org.overread.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule everyPackageIsNullMarked =
            classes()
                    .should(
                            new ArchCondition<>("live in a @NullMarked package") {
                                @Override
                                public void check(JavaClass item, ConditionEvents events) {
                                    boolean marked =
                                            item.getPackage().isAnnotatedWith(NullMarked.class);
                                    events.add(
                                            new SimpleConditionEvent(
                                                    item,
                                                    marked,
                                                    item.getName()
                                                            + " in "
                                                            + item.getPackageName()));
                                }
                            });
}
