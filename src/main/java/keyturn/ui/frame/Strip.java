package keyturn.ui.frame;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import keyturn.domain.Permission;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.ServerIdentity;
import keyturn.domain.inspection.ServerStart;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Ticks;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.WindowTimes;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Environment;
import keyturn.ui.wizard.ServerLabel;

/** The line at the top: what kind of server, which, which node, who we are there and what we may, the time. Never out of sight. */
final class Strip {

    private static final double HEIGHT = 44;

    private static final Duration TICK = Duration.seconds(1);
    private static final Permission EVERYTHING = Permission.onServer("CONTROL SERVER");
    private static final Map<Integer, String> YEARS =
            Map.of(13, "2016", 14, "2017", 15, "2019", 16, "2022", 17, "2025");

    private final Draft draft;
    private final Clock clock;
    private final GivingWay place = new GivingWay();
    private final Label time = new Label();
    private final HBox node;

    Strip(Draft draft, Clock clock) {
        this.draft = draft;
        this.clock = clock;
        place.setId("where");
        HBox.setHgrow(place, Priority.ALWAYS);
        tick();
        node = new HBox(16, place, time);
        node.getStyleClass().add("strip");
        node.setAlignment(Pos.CENTER_LEFT);
        node.setMinHeight(HEIGHT);
        node.setMaxHeight(HEIGHT);
        draft.inspection().observable().subscribe(this::show);
        draft.environment().observable().subscribe(() -> show(draft.inspection().get()));
        draft.label().observable().subscribe(this::stripe);
    }

    Node node() {
        return node;
    }

    /** The colour that the server has in the list runs along the top. */
    private void stripe(Optional<ServerLabel> label) {
        node.getStyleClass().removeIf(style -> style.startsWith("stripe-"));
        label.flatMap(given -> given.colour().style()).ifPresent(node.getStyleClass()::add);
    }

    /** The time of the server and of the world, to the minute: change windows are agreed in one or the other. */
    private void tick() {
        time.setId("clock");
        time.getStyleClass().add("muted");
        time.setMinWidth(Label.USE_PREF_SIZE);
        Ticks.whileShown(time, TICK, this::tell);
    }

    private void tell() {
        Optional<ServerStart> server = draft.inspection()
                .get()
                .flatMap(seen -> seen.facts().startedAt().value());
        time.setText(server.map(known -> WindowTimes.serverAndUtc(clock.instant(), known.offset()))
                .orElseGet(() -> WindowTimes.hereAndUtc(clock)));
    }

    private void show(Optional<Inspection> inspection) {
        inspection.ifPresentOrElse(this::showServer, this::showProduct);
        tell();
    }

    private void showProduct() {
        Label name = Texts.section(Words.of("product"));
        Label about = Texts.cut("muted");
        about.setText(Words.of("product.about"));
        place.show(List.of(name, about), List.of(about));
    }

    private void showServer(Inspection inspection) {
        ServerIdentity server = inspection.identity();
        Label name = Texts.cut("strong");
        name.setId("server-name");
        name.setText(server.name());
        Label what = Texts.cut("muted");
        what.setText(Words.of(
                "strip.what", YEARS.getOrDefault(server.majorVersion(), server.productVersion()), server.node()));
        Label who = Texts.cut("muted");
        who.setId("who");
        who.setText(Words.of("strip.who", server.loginName(), rights(inspection)));
        List<Node> parts = new ArrayList<>(kinds(server));
        parts.addAll(List.of(name, what, who));
        place.show(parts, List.of(what, who, name));
    }

    /** What the server says of itself, and what its DBA says of it: neither hides the other. */
    private List<Label> kinds(ServerIdentity server) {
        Optional<Tag> said = draft.environment().get().flatMap(Environment::tag);
        List<Tag> tags = new ArrayList<>();
        if (server.practice()) {
            tags.add(new Tag(Tone.PRACTICE, Words.of("strip.practice")));
        }
        said.ifPresent(tags::add);
        if (tags.isEmpty()) {
            tags.add(new Tag(Tone.NEUTRAL, Words.of("strip.server")));
        }
        return tags.stream().map(Strip::outlined).toList();
    }

    private static Label outlined(Tag tag) {
        Label kind = tag.node();
        kind.getStyleClass().add("outlined");
        return kind;
    }

    private static String rights(Inspection inspection) {
        return switch (inspection.facts().permissions()) {
            case Fact.Known<List<Permission>> known ->
                known.content().contains(EVERYTHING)
                        ? Words.of("strip.rights.all")
                        : Words.of("strip.rights.few", EVERYTHING.name());
            case Fact.Unknown<List<Permission>> unknown -> Words.of("strip.rights.unknown");
            case Fact.NotPermitted<List<Permission>> denied -> Words.of("strip.rights.unknown");
        };
    }
}
