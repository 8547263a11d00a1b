package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import keyturn.domain.Secret;
import keyturn.plan.verify.Verification;
import keyturn.run.RunResult;
import keyturn.ui.connect.ConnectViewModel;
import keyturn.ui.connect.SignInKind;
import keyturn.ui.files.Saving;
import keyturn.ui.flow.upgrade.ChooseViewModel;
import keyturn.ui.frame.Appearance;
import keyturn.ui.preview.PreviewViewModel;
import keyturn.ui.run.RunPorts;
import keyturn.ui.run.RunViewModel;
import keyturn.ui.scripts.ScriptsModel;
import keyturn.ui.verify.VerifyViewModel;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.OpenWorld;
import keyturn.ui.wizard.Planning;
import keyturn.ui.wizard.RememberedLooks;
import keyturn.ui.work.DirectBackground;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The view models' rules, without a toolkit. */
final class FlowTest {

    private final HandMade world = new HandMade();
    private final Draft draft = new Draft();
    private final DirectBackground background = new DirectBackground();
    private final WizardPorts ports = world.ports(Path.of("runs"));
    private final Planning planning = new Planning(draft, background, ports.files(), world.clock);
    private final ChooseViewModel choose = new ChooseViewModel(draft, planning);
    private final Saving saving = new Saving(background, (owner, proposed) -> Optional.empty());
    private final ScriptsModel scripts =
            new ScriptsModel(draft, background, saving, new RememberedLooks(ports.settings(), background));
    private final PreviewViewModel preview = new PreviewViewModel(
            draft, scripts.current(), background, ports.bundling(), scripts.compact(), world.clock, "CORP\\dba");

    private void inspected() {
        draft.target().set(world.target());
        draft.inspection().set(world.look());
        choose.entered();
    }

    private void planned() {
        inspected();
        choose.proceed(() -> {});
    }

    private RunViewModel approvedAndRun(HandMade runs) {
        preview.proceed(() -> {});
        var run = new RunViewModel(
                draft,
                background,
                new RunPorts(
                        runs.ports(Path.of("runs")).conduct(),
                        ports.completed(),
                        ports.stopped(),
                        ports.bundling(),
                        () -> Path.of("runs"),
                        Optional::empty,
                        () -> {},
                        (plan, failed) -> {}),
                world.clock);
        run.entered();
        return run;
    }

    @Test
    void whereExactlyOneDllIsOnOfferItIsChosen() {
        inspected();
        assertEquals(HandMade.NEW.value(), choose.dll().get());
        assertEquals(Optional.empty(), choose.blocked().getValue());
    }

    @Test
    void aWrongPathIsSaidBesideTheFieldAndKeepsNextOff() {
        inspected();
        choose.dll().set("EKM.dll");
        assertTrue(choose.dllProblem().getValue().orElse("").contains("EKM.dll"));
        assertTrue(choose.blocked().getValue().isPresent());
        assertEquals(Optional.empty(), draft.choices().get());
    }

    @Test
    void anotherAnswerDropsPlanScriptsAndApproval() {
        planned();
        preview.proceed(() -> {});
        assertTrue(draft.approved().get().isPresent());
        choose.dll().set("EKM.dll");
        assertEquals(Optional.empty(), draft.rendered().get());
        assertEquals(Optional.empty(), draft.approved().get());
    }

    @Test
    void theScriptsAreThereAsSoonAsTheChoiceIsValid() {
        inspected();
        assertTrue(draft.rendered().get().isPresent(), "nobody has pressed Next yet");
        assertTrue(scripts.script().getValue().size() > 10);
        choose.dll().set("EKM.dll");
        assertEquals(List.of(), scripts.script().getValue());
    }

    @Test
    void aSavedFileIsNeverWrittenOver(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("plan.sql");
        saving.save(file, "first");
        assertTrue(
                saving.said().getValue().contains(file.toString()),
                saving.said().getValue());
        saving.save(file, "second");
        assertEquals("first", Files.readString(file));
        assertTrue(saving.said().getValue().contains("never overwritten"));
    }

    @Test
    void goingBackWithoutAChangeKeepsThePlan() {
        planned();
        var before = draft.rendered().get();
        choose.entered();
        choose.proceed(() -> {});
        assertEquals(before, draft.rendered().get());
    }

    @Test
    void theDllInUseIsRefusedWithAReason() {
        inspected();
        choose.dll().set(HandMade.OLD.value());
        assertTrue(choose.blocked().getValue().isPresent(), "nothing to go on with");
        assertTrue(choose.nothingToDo().getValue().orElse("").contains(HandMade.OLD.value()));
    }

    @Test
    void theApprovalIsOfTheDigestThatWasShownUnderTheTicket() {
        planned();
        preview.ticket().set(" CHG-1 ");
        preview.proceed(() -> {});
        var approval = draft.approved().get().orElseThrow().approval();
        assertEquals(scripts.wholeDigest().getValue(), approval.digest());
        assertEquals(Optional.of("CHG-1"), approval.ticket());
        assertEquals("CORP\\dba", approval.who());
    }

    @Test
    void aRunEndsInAVerdictThatSaysPendingRestart() {
        planned();
        var run = approvedAndRun(world);
        assertEquals(Optional.empty(), run.blocked().getValue());
        assertFalse(run.held().getValue());
        var verify = new VerifyViewModel(
                draft,
                background,
                new VerifyViewModel.Ports(ports.completed(), ports.later(), ports.look(), () -> {}),
                new OpenWorld(),
                world.clock);
        verify.entered();
        assertEquals(
                Optional.of(Verification.Overall.PENDING_RESTART),
                verify.verification().getValue().map(Verification::overall));
        assertTrue(verify.title().getValue().contains("PENDING RESTART"));
        assertTrue(verify.evidence().getValue().isPresent());
    }

    @Test
    void theRunPageSaysWhatIsTrueNow() throws Exception {
        assertEquals("Nothing has been changed.", trueNowAfter(new HandMade().failsAt(1)));
        assertTrue(
                trueNowAfter(new HandMade().failsAt(5)).contains("Checked after the stop: provider"),
                "the change itself failed");
        assertTrue(trueNowAfter(new HandMade()).contains("is enabled"), "the last change that was made");
    }

    private static String trueNowAfter(HandMade world) throws Exception {
        return Toolkit.on(() -> {
            try (ShownWindow shown = new ShownWindow(world, Appearance.Choice.LIGHT, 1280, 800)) {
                List.of("practice", "next", "next", "next", "approve").forEach(shown::press);
                return shown.find("true-now").lookupAll(".label").stream()
                        .map(node -> ((Labeled) node).getText())
                        .collect(Collectors.joining(" "))
                        .replace("● What is true now ", "");
            }
        });
    }

    @Test
    void aRunThatStopsShowsWhyAndHasNoVerdict() {
        planned();
        var run = approvedAndRun(new HandMade().failsAt(4));
        assertTrue(draft.result().get().orElseThrow() instanceof RunResult.Stopped);
        assertTrue(run.endedEarly().getValue());
        assertTrue(run.blocked().getValue().isPresent());
        assertFalse(run.canGoBack(), "what was done stays done");
    }

    @Test
    void aLoginIsAskedForOnlyWithSqlAndNothingGoesOnWithoutIt() {
        var connect = new ConnectViewModel(
                draft,
                background,
                new ConnectViewModel.Ports(
                        ports.look(),
                        ports.servers(),
                        ports.desk().certificates(),
                        world.clock,
                        () -> {},
                        () -> {},
                        plan -> {},
                        ports.desk().registered(),
                        found -> {}));
        var form = connect.form();
        assertTrue(connect.blocked().getValue().isPresent());
        form.server().set("SQL01,1433");
        assertEquals(Optional.empty(), connect.blocked().getValue());
        form.kind().set(SignInKind.SQL);
        assertTrue(connect.blocked().getValue().isPresent());
        form.user().set("sa");
        form.type(Secret.of("x".toCharArray()));
        assertEquals(Optional.empty(), connect.blocked().getValue());
        form.server().set("127.0.0.1:32867");
        assertEquals(Optional.empty(), form.serverProblem().getValue(), "as the practice range prints it");
        form.server().set("SQL01,99999");
        assertTrue(form.serverProblem().getValue().isPresent());
    }

    @Test
    void whatMayNotBeReadIsListedWithThePermissionItNeeds() {
        draft.target().set(world.target());
        draft.inspection().set(new HandMade().mayNotRead().look());
        var inspect = HomeOfTests.of(draft, world, ports.settings());
        List<String> reasons = inspect.overview().getValue().orElseThrow().gaps().stream()
                .map(gap -> gap.what() + ": " + gap.why())
                .toList();
        assertTrue(reasons.contains("The loaded DLL: needs VIEW SERVER STATE"), reasons.toString());
        assertTrue(inspect.blocked().getValue().isPresent());
    }
}
