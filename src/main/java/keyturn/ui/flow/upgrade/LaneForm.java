package keyturn.ui.flow.upgrade;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.host.FileHash;
import keyturn.domain.host.HostPath;
import keyturn.domain.host.HostSight;
import keyturn.domain.host.ProductCode;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.build.SeenOnHost;
import keyturn.plan.flow.Confirmation;
import keyturn.plan.flow.upgrade.Lane;
import keyturn.plan.flow.upgrade.LaneChecks;
import keyturn.plan.flow.upgrade.NewBuild;
import keyturn.ui.parts.Typed;

/** By which lane the connector is upgraded, and what each of them needs. */
final class LaneForm {

    private final SimpleBooleanProperty stop = new SimpleBooleanProperty();
    private final SimpleStringProperty msi = new SimpleStringProperty("");
    private final SimpleStringProperty hash = new SimpleStringProperty("");
    private final SimpleStringProperty product = new SimpleStringProperty("");
    private final SimpleBooleanProperty restart = new SimpleBooleanProperty();
    private final SimpleBooleanProperty deleteOld = new SimpleBooleanProperty();
    private final SimpleObjectProperty<Integer> changed = new SimpleObjectProperty<>(0);

    LaneForm() {
        stop.subscribe(this::change);
        msi.subscribe(this::change);
        hash.subscribe(this::change);
        product.subscribe(this::change);
        restart.subscribe(this::change);
        deleteOld.subscribe(this::change);
    }

    /** By a stop: the former folder goes at the end. */
    SimpleBooleanProperty deleteOld() {
        return deleteOld;
    }

    private void change() {
        changed.set(changed.get() + 1);
    }

    /** SQL Server is stopped; else the new DLL is used in place. */
    SimpleBooleanProperty stop() {
        return stop;
    }

    /** The MSI of the new build, on the host. In place it may be left out: the DLL is there then. */
    SimpleStringProperty msi() {
        return msi;
    }

    SimpleStringProperty hash() {
        return hash;
    }

    /** Of the present connector; blank: its folder is renamed alone. */
    SimpleStringProperty product() {
        return product;
    }

    /** In place: SQL Server is restarted by a step of the plan. */
    SimpleBooleanProperty restart() {
        return restart;
    }

    ObservableValue<Optional<String>> msiProblem() {
        return msi.map(text -> Typed.problem(text, HostPath::new));
    }

    ObservableValue<Optional<String>> hashProblem() {
        return hash.map(text -> Typed.problem(text, FileHash::new));
    }

    ObservableValue<Optional<String>> productProblem() {
        return product.map(text -> Typed.problem(text, ProductCode::new));
    }

    /**
     * The one connector that was seen to be installed is the one that is uninstalled; a build that has no way in place, or a server
     * without one other DLL, begins with the stop.
     *
     * @param otherDll one other DLL lies on the server
     */
    void offer(Optional<Inspection> seen, Optional<Inspection.Provider> provider, boolean otherDll) {
        List<HostSight.Program> programs =
                seen.flatMap(SeenOnHost::in).map(HostSight::programs).orElse(List.of());
        product.set(programs.size() == 1 ? programs.getFirst().product().value() : "");
        stop.set(!otherDll || provider.filter(LaneChecks::isAncient).isPresent());
    }

    /** By a stop no folder's name tells the build. */
    NewBuild build(String typed, DllPath path) {
        if (!typed.isBlank()) {
            return NewBuild.stated(FileVersion.parse(typed.strip()));
        }
        return stop.get() ? NewBuild.unsaid() : NewBuild.proposed(path);
    }

    /** Has another value after each change of the form. */
    ObservableValue<Integer> changed() {
        return changed;
    }

    /** The plan has steps on the host. */
    boolean worksOnHost() {
        return stop.get() || restart.get() || !msi.get().isBlank();
    }

    /** What somebody must have looked at on the host. */
    List<Confirmation> asked() {
        return stop.get() ? Confirmation.OF_STOP : Confirmation.OF_UPGRADE;
    }

    /**
     * What keeps the lane from being chosen, as a key of the page's words.
     *
     * @param build as typed
     */
    Optional<String> missing(String build) {
        if (stop.get() && msi.get().isBlank()) {
            return Optional.of("choose.needs.msi");
        }
        if (stop.get() && build.isBlank()) {
            return Optional.of("choose.needs.stopBuild");
        }
        boolean wrong = Stream.of(
                        Typed.problem(msi.get(), HostPath::new),
                        Typed.problem(hash.get(), FileHash::new),
                        Typed.problem(product.get(), ProductCode::new))
                .anyMatch(Optional::isPresent);
        return wrong ? Optional.of("choose.needs.host") : Optional.empty();
    }

    /**
     * The lane as chosen; nothing is missing then.
     *
     * @param operator Keyturn has no way to the host
     */
    Lane chosen(boolean operator) {
        Optional<Lane.Msi> file = Typed.value(msi.get(), HostPath::new)
                .map(path -> new Lane.Msi(path, Typed.value(hash.get(), FileHash::new)));
        if (stop.get()) {
            return new Lane.Stop(
                    file.orElseThrow(), Typed.value(product.get(), ProductCode::new), deleteOld.get(), operator);
        }
        Optional<Lane.Placing> placing = file.map(Lane.Placing.Extracted::new);
        return placing.isEmpty() && !restart.get()
                ? Lane.InPlace.FILE_THERE
                : new Lane.InPlace(placing, restart.get(), operator);
    }
}
