package keyturn.ui.start;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import keyturn.ui.parts.Icon;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.WindowTimes;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.explain.ExplainRequest;
import keyturn.ui.wizard.KnownServers.Known;
import keyturn.ui.wizard.ServerGroup;

/** The known servers at the left of the start page, and the ways to all of them, to runs and to errors. */
final class ServerRail {

    /** More servers than these are searched: they would push what stands below them out of sight. */
    private static final int AT_A_GLANCE = 6;

    private final StartViewModel model;
    private final ObservableValue<ZoneId> zone;
    private final TextField find = new TextField();
    private final VBox known = new VBox(4);
    private final Button connect = new Button(Words.of("start.connect"));
    private final Button more;
    private final VBox node;

    ServerRail(StartViewModel model, ObservableValue<ZoneId> zone) {
        this.model = model;
        this.zone = zone;
        connect.setId("connect");
        connect.setWrapText(true);
        connect.setMaxWidth(Double.MAX_VALUE);
        connect.setOnAction(event -> model.connect());
        connect.disableProperty().bind(isBusy());
        more = railButton("servers-more", "start.servers.more", model::allServers);
        more.managedProperty().bind(more.visibleProperty());
        known.setId("servers");
        find.setId("servers-find");
        find.setPromptText(Words.of("start.servers.find"));
        find.setAccessibleText(Words.of("start.servers.find.name"));
        Showing.when(Bindings.size(model.servers()).greaterThan(AT_A_GLANCE), find);
        node = all();
        model.servers().subscribe(this::show);
        zone.subscribe(this::show);
        find.textProperty().subscribe(this::show);
    }

    Node node() {
        return node;
    }

    void focus() {
        connect.requestFocus();
    }

    private VBox all() {
        VBox head =
                new VBox(2, Texts.section(Words.of("start.servers")), Texts.caption(Words.of("start.servers.about")));
        head.getStyleClass().add("rail-head");
        VBox buttons = new VBox(
                8,
                connect,
                railButton("servers-manage", "start.servers.manage", model::allServers),
                railButton("runs", "start.runs", model::allRuns),
                railButton("explain", "start.explain", () -> ExplainRequest.ofAnything(connect)));
        VBox rail =
                new VBox(16, head, find, Showing.when(Bindings.isNotEmpty(known.getChildren()), known), more, buttons);
        Insets aside = new Insets(0, 8, 0, 8);
        List.of(find, more, buttons).forEach(part -> VBox.setMargin(part, aside));
        return rail;
    }

    private void show() {
        known.getChildren().setAll(listed());
        long left = found().count() - AT_A_GLANCE;
        more.setVisible(left > 0);
        more.setText(Words.of("start.servers.more", left));
    }

    private Button railButton(String id, String words, Runnable action) {
        Button button = new Button(Words.of(words));
        button.setId(id);
        button.setWrapText(true);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(Words.of(words + ".name"));
        button.setOnAction(event -> action.run());
        button.disableProperty().bind(isBusy());
        return button;
    }

    /** In their groups, where there are any. */
    private List<Node> listed() {
        List<Node> nodes = new ArrayList<>();
        for (ServerGroup group : ServerGroup.of(found().limit(AT_A_GLANCE).toList())) {
            if (!group.name().isEmpty()) {
                Label name = Texts.cut("caption");
                name.setText(group.name());
                name.getStyleClass().add("server-group");
                nodes.add(name);
            } else if (!nodes.isEmpty()) {
                Label others = Texts.caption(Words.of("servers.group.none"));
                others.getStyleClass().add("server-group");
                nodes.add(others);
            }
            group.servers().forEach(server -> nodes.add(known(server)));
        }
        return nodes;
    }

    private Stream<Known> found() {
        String words = find.getText().strip().toLowerCase(Locale.ROOT);
        return model.servers().stream()
                .filter(server -> (server.shown() + "\n" + server.address() + "\n" + server.serverName())
                        .toLowerCase(Locale.ROOT)
                        .contains(words));
    }

    private Node known(Known server) {
        Label address = Texts.cut("strong");
        address.setText(server.shown());
        Label when = Texts.cut("caption");
        when.setText(
                server.lastUsed().equals(Instant.EPOCH)
                        ? server.address()
                        : WindowTimes.date(server.lastUsed(), zone.getValue()));
        VBox lines = new VBox(2, address, when);
        lines.setMinWidth(0);
        server.environment()
                .tag()
                .map(Tag::node)
                .ifPresent(tag -> lines.getChildren().add(tag));
        HBox inside = new HBox(10, Icon.SERVER.node(), lines);
        inside.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button("", inside);
        button.getStyleClass().add("known-server");
        server.label()
                .colour()
                .style()
                .ifPresent(stripe -> button.getStyleClass().addAll("striped", stripe));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(Words.of("start.server.name", server.shown()));
        button.setOnAction(event -> model.connect(server));
        button.disableProperty().bind(isBusy());
        return button;
    }

    private ObservableValue<Boolean> isBusy() {
        return model.busy().map(Optional::isPresent);
    }
}
