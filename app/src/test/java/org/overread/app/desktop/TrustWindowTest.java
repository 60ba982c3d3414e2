// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.stage.FileChooser.ExtensionFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.app.desktop.trust.FileAsking;
import org.overread.app.desktop.trust.KeyState;
import org.overread.app.desktop.trust.TrustInWindow;
import org.overread.app.desktop.trust.Workspaces;
import org.overread.app.desktop.workstation.Workstation;
import org.overread.app.desktop.workstation.WorkstationParts;
import org.overread.app.sign.KeyPlace;
import org.overread.app.sign.SignedWorld;
import org.overread.sync.bundle.statement.Role;
import org.overread.sync.store.Workspace;
import org.overread.sync.trust.Fingerprint;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// Makes a key, has it vouched for, signs a version, sends it and takes it in again, with hands; leaves pictures.
@RequiresDisplay
final class TrustWindowTest {
    private final FxRobot robot = new FxRobot();
    private final Deque<Path> answers = new ArrayDeque<>();

    @TempDir private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // opened at the beginning of each test
    private Workstation workstation;

    @SuppressWarnings("NullAway.Init") // opened at the beginning of each test
    private TrustInWindow trust;

    @SuppressWarnings("NullAway.Init") // opened at the beginning of each test
    private Workspace workspace;

    @AfterEach
    void close() throws TimeoutException {
        robot.interact(trust::close);
        workspace.close();
        OwnStage.close();
    }

    private void open(double width, double height, SignedWorld world) throws TimeoutException {
        var stage = OwnStage.open();
        workspace = world.workspace("Ada");
        WorkstationParts parts = Desk.parts(folder, Studies.two());
        workstation = WaitForAsyncUtils.waitForAsyncFx(60_000, () -> new Workstation(stage, parts));
        robot.interact(
                () -> {
                    workstation.show();
                    stage.setMaximized(false);
                    stage.setX(0);
                    stage.setY(0);
                    stage.setWidth(width);
                    stage.setHeight(height);
                    trust =
                            TrustInWindow.place(
                                    workstation.actions(),
                                    workstation.layer(),
                                    parts.workshop(),
                                    workstation::tell,
                                    folder.resolve("keys"),
                                    workspaces(),
                                    asking());
                });
    }

    private Workspaces workspaces() {
        return new Workspaces() {
            @Override
            public Optional<Workspace> toRead() {
                return Optional.of(workspace);
            }

            @Override
            public Optional<Workspace> toWrite() {
                return Optional.of(workspace);
            }

            @Override
            public void onChange(Runnable then) {
                then.run();
            }

            @Override
            public String program() {
                return "1";
            }
        };
    }

    private FileAsking asking() {
        return new FileAsking() {
            @Override
            public Optional<Path> toOpen(String title, ExtensionFilter filter) {
                return Optional.ofNullable(answers.poll());
            }

            @Override
            public Optional<Path> toSave(String title, String name, ExtensionFilter filter) {
                return Optional.ofNullable(answers.poll());
            }
        };
    }

    private void run(String action) {
        robot.interact(
                () -> workstation.actions().run(workstation.actions().find(action).orElseThrow()));
    }

    private void await(String what, BooleanSupplier there) {
        try {
            WaitForAsyncUtils.waitFor(
                    60,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(there::getAsBoolean).get());
        } catch (TimeoutException e) {
            throw new AssertionError("not seen: " + what, e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void type(int field, String text) {
        robot.clickOn(passwords().get(field)).write(text);
    }

    private List<PasswordField> passwords() {
        return List.copyOf(robot.lookup(".password-field").queryAllAs(PasswordField.class));
    }

    private boolean says(String words) {
        return robot.lookup(".label").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.isVisible() && label.getText().contains(words));
    }

    private boolean isQuiet() {
        return !trust.key().busy().get() && !trust.signing().busy().get();
    }

    @ParameterizedTest
    @CsvSource({"1280, 720", "1920, 1080", "960, 540"})
    void aVersionIsSignedSentAndTakenIn(double width, double height) throws Exception {
        var world = new SignedWorld(folder);
        open(width, height, world);
        var screens = new Screens(workstation, "%.0fx%.0f".formatted(width, height));
        run("trust.key");
        await("no key", () -> trust.key().state().get() instanceof KeyState.None);
        assertTrue(passwords().getFirst().isFocused(), "typed at once");
        screens.write("trust-1-no-key");
        type(0, "correct horse");
        type(1, "another horse");
        robot.clickOn("Make my key");
        await("differ", () -> says("The two passphrases differ."));
        type(0, "correct horse");
        type(1, "correct horse");
        robot.clickOn("Make my key");
        await("made", () -> trust.key().state().get() instanceof KeyState.Locked && isQuiet());
        var known = assertInstanceOf(KeyState.Locked.class, trust.key().state().get()).known();
        assertEquals(
                String.join(" ", Fingerprint.words(known.key().orElseThrow().key().id())),
                robot.lookup("#ov-key-words").queryAs(Label.class).getText());
        answers.add(world.root());
        robot.clickOn("Believe a root of trust …");
        await("root", () -> says("north") && isQuiet());
        answers.add(world.certificate(known.key().orElseThrow(), "Ada", Role.READER));
        robot.clickOn("Take its certificate …");
        await("certificate", () -> says("Ada, North") && isQuiet());
        screens.write("trust-2-locked");
        type(0, "wrong horse");
        robot.clickOn("Unlock");
        await("wrong", () -> says("That is not the passphrase.") && isQuiet());
        assertTrue(passwords().getFirst().isFocused(), "typed again at once");
        type(0, "correct horse");
        robot.clickOn("Unlock");
        await("open", () -> trust.key().state().get() instanceof KeyState.Unlocked && isQuiet());
        screens.write("trust-3-unlocked");
        robot.clickOn("Lock");
        await("locked", () -> trust.key().state().get() instanceof KeyState.Locked);
        robot.interact(workstation.layer()::close);

        SignedWorld.version(workspace, "before the break");
        SignedWorld.version(workspace, "done");
        run("trust.versions");
        await("versions", () -> trust.signing().lines().get().size() == 2 && isQuiet());
        screens.write("trust-4-versions");
        robot.clickOn("Sign …");
        await("choices", () -> robot.lookup(".radio-button").queryAll().size() == 5 && isQuiet());
        screens.write("trust-5-sign");
        assertTrue(
                robot.lookup("I reviewed this version.").queryAs(RadioButton.class).isDisabled());
        robot.clickOn("I hand in this version as my reading.");
        type(0, "correct horse");
        robot.clickOn("Sign");
        await(
                "signed",
                () ->
                        trust.signing().lines().get().getFirst().signatures().size() == 2
                                && says("Ada, North handed the version in"));
        screens.write("trust-6-signed");
        assertTrue(trust.signing().lines().get().getLast().signatures().isEmpty());

        Path bundle = folder.resolve("reading.avb");
        answers.add(bundle);
        robot.clickOn("Export as a bundle …");
        await("written", () -> says("reading.avb is written"));
        assertTrue(Files.size(bundle) > 1000);
        robot.interact(workstation.layer()::close);
        robot.interact(() -> trust.openBundle(bundle));
        await("verdict", () -> says("Everything holds"));
        screens.write("trust-7-accepted");
        robot.clickOn("Take into the workspace");
        await("taken", () -> !workstation.layer().isVisible());
        assertEquals(2, trust.signing().lines().get().size(), "what was made here is not doubled");
        byte[] changed = Files.readAllBytes(bundle);
        changed[changed.length / 3] ^= 1;
        Files.write(bundle, changed);
        robot.interact(() -> trust.openBundle(bundle));
        await("refused", () -> says("Not believed") && says("bundle.frame-damaged"));
        screens.write("trust-8-refused");
        assertFalse(says("Take into the workspace"));
        assertTrue(new KeyPlace(folder.resolve("keys")).look().certificate().isPresent());
    }
}
