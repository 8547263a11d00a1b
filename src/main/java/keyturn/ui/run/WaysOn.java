package keyturn.ui.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import keyturn.domain.Problem;
import keyturn.domain.azure.ClientId;
import keyturn.domain.inspection.Inspection.ServerIdentity;
import keyturn.plan.Plan;
import keyturn.run.journal.RunRecord;
import keyturn.run.resume.Found;
import keyturn.run.resume.Offer;
import keyturn.run.step.SecretNeed;
import keyturn.script.Otherwise;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;
import keyturn.ui.run.piece.ChoiceRow;
import keyturn.ui.wizard.ConfirmField;
import keyturn.ui.wizard.CredentialSecret;
import keyturn.ui.wizard.SecretQuestion;
import keyturn.ui.wizard.ServerConfirmation;
import keyturn.ui.work.Settling;

/** What may come next for a run that ended early, the recommended way first, each with what it means and its button. */
final class WaysOn {

    private final CredentialSecret secret;
    private final ServerConfirmation confirmation;
    private final Settling settling;
    private final Ways ways;

    /**
     * What the buttons do.
     *
     * @param goOn with what was under way, as it was approved
     * @param back shows a way back, to be approved like any plan
     * @param anew makes a new plan from what is there now
     * @param dropBackOut one that was approved and has not begun
     * @param export hands over what is left of the plan, as scripts
     */
    record Ways(Runnable goOn, Consumer<Plan> back, Consumer<Plan> anew, Runnable dropBackOut, Runnable export) {}

    /**
     * @param secret that steps which are left may need
     * @param confirmation that this server is meant, before its run goes on
     * @param settling of the buttons, after they have appeared
     */
    WaysOn(CredentialSecret secret, ServerConfirmation confirmation, Settling settling, Ways ways) {
        this.secret = secret;
        this.confirmation = confirmation;
        this.settling = settling;
        this.ways = ways;
    }

    Node node(ObservableValue<Optional<Found>> found) {
        VBox place = new VBox(8);
        place.setId("ways-on");
        place.setMinHeight(VBox.USE_PREF_SIZE);
        found.subscribe(now -> place.getChildren().setAll(now.map(this::ways).orElse(List.of())));
        return Showing.when(found.map(Optional::isPresent), place);
    }

    /** What cannot be had stands by itself, with its reason. */
    private List<Node> ways(Found found) {
        settling.begin();
        confirmation.forget();
        List<Node> all = new ArrayList<>();
        VBox rows = new VBox(8);
        rows.getStyleClass().addAll("card", "ways", "settles");
        rows.disableProperty().bind(settling.settled().not());
        if (!found.otherwise().isEmpty()) {
            all.add(otherwise(found.otherwise()));
        }
        for (Offer offer : found.offers()) {
            (offer instanceof Offer.Cannot ? all : rows.getChildren()).add(row(offer, found));
        }
        if (found.run().mayGoEitherWay()) {
            int second = Math.min(1, rows.getChildren().size());
            Node forward = offered("go-forward", Words.of("run.on.go-forward.about"), ways.dropBackOut());
            rows.getChildren().add(second, forward);
        }
        if (isLeft(found.run())) {
            rows.getChildren().add(offered("export-left", Words.of("run.on.export-left.about"), ways.export()));
        }
        asked(found).ifPresent(client -> rows.getChildren().addFirst(SecretQuestion.of(client, secret::type)));
        if (!rows.getChildren().isEmpty()) {
            all.add(rows);
        }
        return all;
    }

    /** Whose secret must be typed before one goes on. */
    private Optional<String> asked(Found found) {
        RunRecord.Part part = found.run().current();
        boolean goesOn = found.offers().stream().anyMatch(Offer.Continue.class::isInstance);
        return Optional.of(part.plan())
                .filter(asking -> goesOn && secret.isAsked(asking, SecretNeed.of(part)))
                .flatMap(SecretNeed::application)
                .map(ClientId::value);
    }

    /** Of the plan itself: a way back stands in the scripts of its run. */
    private static boolean isLeft(RunRecord run) {
        return run.current().equals(run.first()) && !run.first().left().isEmpty();
    }

    /** What was approved, and what this version would send. */
    private static Node otherwise(List<Otherwise> differences) {
        List<String> lines = new ArrayList<>(List.of(Words.of("run.on.otherwise.about")));
        for (Otherwise one : differences) {
            lines.add(one.step()
                    .map(step -> Words.of("run.on.otherwise.step", step, one.filed(), one.ours()))
                    .orElseGet(() -> Words.of("run.on.otherwise.bounds", one.filed(), one.ours())));
        }
        Node card = Banner.of(Tone.ATTENTION, Words.of("run.on.otherwise"), lines);
        card.setId("otherwise");
        return card;
    }

    private Node row(Offer offer, Found found) {
        return switch (offer) {
            case Offer.Continue on -> goesOn(on, found);
            case Offer.NothingLeft nothing ->
                offered("retry", nothingLeft(found.notInPlace().size()), ways.goOn());
            case Offer.BackOut all ->
                offered(
                        "undo",
                        Words.of("run.on.backOut.about"),
                        () -> ways.back().accept(all.plan()));
            case Offer.OnlyEnable enable ->
                offered(
                        "enable",
                        Words.of("run.on.enable.about"),
                        () -> ways.back().accept(enable.plan()));
            case Offer.PlanAnew anew ->
                offered(
                        "plan-anew",
                        Words.of("run.on.plan-anew.about"),
                        () -> ways.anew().accept(anew.plan()));
            case Offer.Cannot cannot -> notOffered(cannot.problem());
        };
    }

    private static String nothingLeft(int missing) {
        return missing == 0
                ? Words.of("run.on.nothingLeft.about")
                : Words.of("run.on.nothingLeft.unconfirmed", missing);
    }

    private Node goesOn(Offer.Continue on, Found found) {
        int left = on.left().size();
        if (found.run().mayGoEitherWay()) {
            return goesOn("run.on.go-back", Words.of("run.on.go-back.about", left), found);
        }
        String words = found.otherwise().isEmpty() ? "run.on.retry" : "run.on.anew";
        int first = on.left().getFirst().id().number();
        return goesOn(words, Words.of("run.on.continue.about", first, left), found);
    }

    /** Only once the server's name is typed, unless it is marked as a test server. */
    private Node goesOn(String words, String about, Found found) {
        Button button = new Button();
        button.setOnAction(event -> ways.goOn().run());
        if (!confirmation.isAsked()) {
            return ChoiceRow.of(button, "retry", Words.of(words), about);
        }
        ServerIdentity server = found.now().identity();
        button.disableProperty().bind(confirmation.typed().map(typed -> !server.isNamed(typed)));
        Label asked = Texts.body(Words.of(
                confirmation.production().getValue() ? "confirm.resume" : "confirm.resume.unset", server.name()));
        TextField name = ConfirmField.of(confirmation);
        name.setMaxWidth(name.getPrefWidth());
        return ChoiceRow.of(button, "retry", Words.of(words), about, asked, name);
    }

    /** Why a way is closed is no further thing that went wrong. */
    private static Node notOffered(Problem why) {
        List<String> lines = Stream.of(
                        Optional.of(why.summary().text()),
                        why.detail(),
                        Optional.of(why.next().text()))
                .flatMap(Optional::stream)
                .toList();
        return Banner.of(Tone.ATTENTION, Words.of("run.on.cannot"), lines);
    }

    private static Node offered(String id, String about, Runnable action) {
        return offered(id, "run.on." + id, about, action);
    }

    private static Node offered(String id, String words, String about, Runnable action) {
        Button button = new Button();
        button.setOnAction(event -> action.run());
        return ChoiceRow.of(button, id, Words.of(words), about);
    }
}
