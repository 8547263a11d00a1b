package keyturn.ui.picture;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import keyturn.domain.DatabaseName;
import keyturn.plan.change.DllBuild;
import keyturn.plan.change.KeyRoute;
import keyturn.plan.change.PlannedChange;
import keyturn.plan.words.ChangeWords;
import keyturn.ui.parts.Brief;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;

/**
 * Before and after, one above the other: what a plan changes at a glance. While a run goes on, each database stands under the
 * key that protects it now.
 */
public final class ChangePicture {

    private final MovingDatabases databases;
    private final VBox node = new VBox(8);

    private ChangePicture(String id, PlannedChange change, MovingDatabases databases) {
        this.databases = databases;
        node.setId(id);
        node.getStyleClass().addAll("card", "change-picture");
        node.setMinHeight(VBox.USE_PREF_SIZE);
        node.setFocusTraversable(true);
        node.setAccessibleRole(AccessibleRole.TEXT);
        node.setAccessibleText(ChangeWords.of(change).text());
        node.getChildren().setAll(rows(change));
    }

    /** As it is planned: the databases that move stand under what comes after. */
    public static ChangePicture planned(String id, PlannedChange change) {
        return new ChangePicture(id, change, MovingDatabases.planned(change.moving()));
    }

    /** As it is while a run goes on: no database has moved yet. */
    public static ChangePicture underWay(String id, PlannedChange change) {
        return new ChangePicture(id, change, MovingDatabases.underWay(change.moving()));
    }

    public Node node() {
        return node;
    }

    /** These are protected by the other key from now on; the cost does not grow with the number of databases. */
    public void moved(Collection<DatabaseName> those) {
        databases.moved(those);
    }

    private List<Node> rows(PlannedChange change) {
        return switch (change) {
            case PlannedChange.OfDll dll ->
                List.of(Texts.section(dll.provider().value()), builds(dll.before(), dll.after()));
            case PlannedChange.OfKey key -> {
                boolean sameName =
                        name(key.before()).isPresent() && name(key.before()).equals(name(key.after()));
                yield List.of(
                        Texts.caption(Words.of("change.before")),
                        boxes(key.before(), sameName, ChangeBox.Side.BEFORE),
                        databases.staying(),
                        ChangeBox.downward(),
                        Texts.caption(Words.of("change.after")),
                        boxes(key.after(), sameName, ChangeBox.Side.AFTER),
                        databases.arrived());
            }
        };
    }

    private static Node builds(DllBuild before, DllBuild after) {
        Node old = build(before, ChangeBox.Side.BEFORE);
        Node fresh = build(after, ChangeBox.Side.AFTER);
        VBox.setVgrow(old, Priority.NEVER);
        return ChangeBox.row(ChangeBox.Joint.ARROW, List.of(old, fresh));
    }

    private static Node build(DllBuild build, ChangeBox.Side side) {
        String folder = Brief.of(build.path().value());
        return build.version()
                .map(version ->
                        ChangeBox.of(version.toString(), folder, build.path().value(), side))
                .orElseGet(() -> ChangeBox.of(
                        build.path().fileName(), folder, build.path().value(), side));
    }

    private static Optional<String> name(KeyRoute route) {
        return route.vaultKey().map(KeyRoute.InVault::name);
    }

    /** @param versions whether the version tells one from the other: the name does not */
    private static Node boxes(KeyRoute route, boolean versions, ChangeBox.Side side) {
        return ChangeBox.row(
                ChangeBox.Joint.LINE,
                List.of(
                        box(Optional.of(route.key().value()), Words.of("change.key"), side),
                        box(route.login().map(Object::toString), Words.of("change.login"), side),
                        box(route.credential().map(Object::toString), Words.of("change.credential"), side),
                        box(
                                route.vaultKey().map(key -> shown(key, versions)),
                                route.vault().orElse(Words.of("change.vaultKey")),
                                side)));
    }

    private static String shown(KeyRoute.InVault key, boolean versions) {
        return key.version()
                .filter(version -> versions)
                .map(version -> Words.of("change.version", key.name(), version))
                .orElse(key.name());
    }

    private static Node box(Optional<String> name, String what, ChangeBox.Side side) {
        return name.map(known -> ChangeBox.of(known, what, known, side))
                .orElseGet(() -> ChangeBox.of(Words.of("change.unknown"), what, Words.of("change.unknown"), side));
    }
}
