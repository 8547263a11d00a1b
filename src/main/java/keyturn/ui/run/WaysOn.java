package keyturn.ui.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import keyturn.plan.Plan;
import keyturn.run.Found;
import keyturn.run.Offer;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;

/** What may come next for a run that ended early, the recommended way first, each with what it means and its button. */
final class WaysOn {

    private final Runnable goOn;
    private final Consumer<Plan> back;

    /**
     * @param goOn with the plan, as it was approved
     * @param back shows a way back, to be approved like any plan
     */
    WaysOn(Runnable goOn, Consumer<Plan> back) {
        this.goOn = goOn;
        this.back = back;
    }

    Node node(ObservableValue<Optional<Found>> found) {
        VBox place = new VBox(8);
        place.setId("ways-on");
        place.setMinHeight(VBox.USE_PREF_SIZE);
        found.subscribe(now -> place.getChildren()
                .setAll(now.map(Found::offers).map(this::banners).orElse(List.of())));
        return Showing.when(found.map(Optional::isPresent), place);
    }

    private List<Node> banners(List<Offer> offers) {
        List<Node> banners = new ArrayList<>();
        offers.forEach(offer -> banners.add(banner(offer)));
        return banners;
    }

    private Node banner(Offer offer) {
        return switch (offer) {
            case Offer.Continue on -> {
                int first = on.left().getFirst().id().number();
                yield offered(
                        "retry",
                        Words.of("run.on.continue.about", first, on.left().size()),
                        goOn);
            }
            case Offer.NothingLeft nothing -> offered("retry", Words.of("run.on.nothingLeft.about"), goOn);
            case Offer.BackOut all -> offered("undo", Words.of("run.on.backOut.about"), () -> back.accept(all.plan()));
            case Offer.OnlyEnable enable ->
                offered("enable", Words.of("run.on.enable.about"), () -> back.accept(enable.plan()));
            case Offer.Cannot cannot -> Banner.of(cannot.problem());
        };
    }

    private static Node offered(String id, String about, Runnable action) {
        Button button = new Button(Words.of("run.on." + id));
        button.setId(id);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setAccessibleHelp(about);
        button.setOnAction(event -> action.run());
        return Banner.of(Tone.INFO, Words.of("run.on." + id + ".word"), about, button);
    }
}
