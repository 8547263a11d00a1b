package keyturn.ui.runs;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import keyturn.domain.Message;
import keyturn.evidence.runs.RunTold;
import keyturn.evidence.runs.Runs.About;
import keyturn.evidence.runs.Runs.Damaged;
import keyturn.evidence.runs.Runs.Early;
import keyturn.evidence.runs.Runs.Ended;
import keyturn.evidence.runs.Runs.Pending;
import keyturn.evidence.runs.Runs.Run;
import keyturn.evidence.runs.Runs.Why;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.WindowTimes;
import keyturn.ui.parts.Words;

/** How a run looks: its tone, its words and its buttons, the same on a card of the start page and on a row of the list. */
public record RunShown(Run run, RunsModel model, ZoneId zone) {

    public Tone tone() {
        return switch (run) {
            case Early early -> tone(early);
            case Pending pending -> Tone.ATTENTION;
            case Ended ended ->
                switch (ended.verdict()) {
                    case DONE, OLD_KEY_NEEDED -> ended.wentBack() ? Tone.NEUTRAL : Tone.FINE;
                    case PENDING_RESTART, CANNOT_TELL -> Tone.ATTENTION;
                    case RESTART_FAILS, NOT_MET -> Tone.DANGER;
                };
            case Damaged damaged -> Tone.DANGER;
        };
    }

    private static Tone tone(Early early) {
        if (early.why() == Why.RUNNING) {
            return Tone.INFO;
        }
        if (early.why() == Why.TAKEN_OVER) {
            return Tone.NEUTRAL;
        }
        return early.far().unknown().isPresent() ? Tone.DANGER : Tone.ATTENTION;
    }

    /** What it was to do, and where. */
    public String title() {
        return switch (run) {
            case Early early -> title(early.about());
            case Pending pending -> title(pending.about());
            case Ended ended -> title(ended.about());
            case Damaged damaged -> run.id();
        };
    }

    private static String title(About about) {
        String flow = about.flow().words("window.title").text();
        return Words.of(about.practice() ? "runs.title.practice" : "runs.title", flow, about.server());
    }

    public String state() {
        return RunTold.state(run).text();
    }

    /** One word for the tag; the whole stands in the line. */
    public String word() {
        return switch (run) {
            case Early early ->
                Words.of(
                        "runs.word." + (mayGoOn(early) && early.far().unknown().isPresent() ? "UNKNOWN" : early.why()));
            case Pending pending -> Words.of("runs.word.PENDING");
            case Ended ended -> Words.of(ended.wentBack() ? "runs.word.BACK" : "runs.word." + ended.verdict());
            case Damaged damaged -> Words.of("runs.word.DAMAGED");
        };
    }

    /** What happened, as a headline. */
    public String headline() {
        return switch (run) {
            case Early early ->
                Words.of("runs.headline."
                        + (mayGoOn(early) && early.far().unknown().isPresent() ? "UNKNOWN" : early.why()));
            case Pending pending -> Words.of("runs.headline.PENDING");
            case Ended ended -> Words.of("runs.headline.ENDED");
            case Damaged damaged -> Words.of("runs.headline.DAMAGED");
        };
    }

    /** When, and how it is. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(Words.of("runs.line", WindowTimes.day(run.since(), zone), state()));
        String details = String.join(
                " ",
                RunTold.details(run, at -> WindowTimes.clock(at, zone)).stream()
                        .map(Message::text)
                        .toList());
        if (!details.isEmpty()) {
            lines.add(details);
        }
        return lines;
    }

    /** What may be done about it, the next step first; none while it runs elsewhere. */
    public List<Button> buttons() {
        List<Button> all = new ArrayList<>();
        switch (run) {
            case Early early -> {
                if (mayGoOn(early)) {
                    all.addAll(waysOn(early));
                }
            }
            case Pending pending -> {
                all.add(button("verify", () -> model.verify(run, pending.about().server())));
                all.add(button(
                        "back-out", () -> model.backOut(run, pending.about().server())));
            }
            case Ended ended ->
                all.add(button("verify", () -> model.verify(run, ended.about().server())));
            case Damaged damaged -> {}
        }
        return all;
    }

    private List<Button> waysOn(Early early) {
        String server = early.about().server();
        if (early.far().eitherWay()) {
            return List.of(
                    button("go-back", () -> model.resume(early)),
                    button("go-forward", () -> model.goForward(run, server)));
        }
        Button resume = button("resume", () -> model.resume(early));
        return early.far().goingBack()
                ? List.of(resume)
                : List.of(resume, button("back-out", () -> model.backOut(run, server)));
    }

    /** Of its buttons those that a card has room for: the next step; both ways, where somebody must choose one. */
    public List<Button> urgentButtons() {
        boolean eitherWay =
                switch (run) {
                    case Early early -> early.far().eitherWay();
                    case Pending pending -> false;
                    case Ended ended -> false;
                    case Damaged damaged -> false;
                };
        return buttons().stream().limit(eitherWay ? 2 : 1).toList();
    }

    /** Nobody performs it now, and it goes on from here. */
    private static boolean mayGoOn(Early early) {
        return switch (early.why()) {
            case INTERRUPTED, STOPPED -> true;
            case RUNNING, TAKEN_OVER -> false;
        };
    }

    /** Of a run outside of this machine's: brings it here, where nobody performs it. */
    public Optional<Button> takeOver() {
        return switch (run) {
            case Early early ->
                mayGoOn(early)
                        ? Optional.of(button(
                                "take-over",
                                () -> model.takeOver(early, early.about().server())))
                        : Optional.empty();
            case Pending pending ->
                Optional.of(button(
                        "take-over",
                        () -> model.takeOver(pending, pending.about().server())));
            case Ended ended -> Optional.empty();
            case Damaged damaged -> Optional.empty();
        };
    }

    /** Its page of evidence, or its folder. */
    public Button report() {
        return button(hasReport() ? "report" : "folder", () -> model.report(run));
    }

    private boolean hasReport() {
        return switch (run) {
            case Early early -> early.why() == Why.STOPPED;
            case Pending pending -> true;
            case Ended ended -> true;
            case Damaged damaged -> false;
        };
    }

    /** Takes it off the start page; not while it runs, and not while nobody knows what its last step did on a server that is no practice. */
    public Optional<Button> dismiss() {
        boolean may =
                switch (run) {
                    case Early early ->
                        mayGoOn(early)
                                && (early.far().unknown().isEmpty()
                                        || early.about().practice());
                    case Pending pending -> true;
                    case Damaged damaged -> true;
                    case Ended ended -> false;
                };
        return may ? Optional.of(button("dismiss", () -> model.dismiss(run))) : Optional.empty();
    }

    private Button button(String what, Runnable action) {
        Button button = new Button(Words.of("runs." + what));
        button.setId(what + "-" + run.id());
        button.setMnemonicParsing(false);
        button.getStyleClass().add("small");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setAccessibleText(Words.of("runs.name", Words.of("runs." + what), title()));
        button.setOnAction(event -> action.run());
        return button;
    }
}
