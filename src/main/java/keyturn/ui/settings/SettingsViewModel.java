package keyturn.ui.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import keyturn.domain.Problem;
import keyturn.ui.desk.Desk;
import keyturn.ui.frame.Appearance;
import keyturn.ui.frame.PageId;
import keyturn.ui.frame.PageModel;
import keyturn.ui.frame.Zoom;
import keyturn.ui.home.period.DueAfter;
import keyturn.ui.home.period.KeptPeriods;
import keyturn.ui.home.period.WarnBefore;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Drawing;
import keyturn.ui.wizard.RememberedLooks;
import keyturn.ui.wizard.Settings.Looks;
import keyturn.ui.wizard.ShownTimes;
import keyturn.ui.work.Background;

/** What is set once for all servers. Each change holds at once and is kept; how the window is drawn holds from the next start. */
public final class SettingsViewModel implements PageModel {

    private final Desk desk;
    private final RememberedLooks looks;
    private final Background background;
    private final KeptPeriods periods;
    private final Runnable close;
    private final SimpleObjectProperty<SettingsPlace> place = new SimpleObjectProperty<>(SettingsPlace.SETTINGS);
    private final SimpleObjectProperty<Appearance.Choice> appearance =
            new SimpleObjectProperty<>(Appearance.Choice.SYSTEM);
    private final SimpleObjectProperty<TextScale> scale = new SimpleObjectProperty<>(TextScale.USUAL);
    private final SimpleObjectProperty<ShownTimes> times = new SimpleObjectProperty<>(ShownTimes.SERVER);
    private final SimpleObjectProperty<Drawing> drawing = new SimpleObjectProperty<>(Drawing.AUTOMATIC);
    private final SimpleObjectProperty<ProxyKind> proxy = new SimpleObjectProperty<>(ProxyKind.SYSTEM);
    private final SimpleStringProperty proxyAddress = new SimpleStringProperty("");
    private final SimpleStringProperty proxyInUse = new SimpleStringProperty("system");
    private final SimpleStringProperty exports = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<String>> told = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** @param close leads back to where one came from */
    public SettingsViewModel(
            Desk desk, RememberedLooks looks, Background background, KeptPeriods periods, Runnable close) {
        this.desk = desk;
        this.looks = looks;
        this.background = background;
        this.periods = periods;
        this.close = close;
        recall();
        times.subscribe(chosen -> desk.zone().choose(chosen));
    }

    private void recall() {
        looks.recall(Looks.TIMES, name -> times.set(ShownTimes.named(name)));
        looks.recall(Looks.DRAWING, name -> drawing.set(Drawing.named(name)));
        looks.recall(Looks.EXPORT_FOLDER, this::exportTo);
        looks.recall(Looks.PROXY, kept -> {
            proxy.set(ProxyKind.of(kept));
            proxyAddress.set(proxy.get() == ProxyKind.ADDRESS ? kept : "");
            proxyInUse.set(kept);
            desk.proxy().accept(kept);
        });
    }

    /** The window that appearance and size are of. */
    public void take(Appearance shown, Zoom zoom) {
        shown.choice().subscribe(appearance::set);
        appearance.subscribe(chosen -> {
            if (shown.choice().get() != chosen) {
                shown.choice().set(chosen);
                keep(Looks.APPEARANCE, chosen.name());
            }
        });
        looks.recall(Looks.TEXT_SIZE, kept -> TextScale.read(kept).ifPresent(scale::set));
        scale.subscribe(chosen -> zoom.wanted().set(chosen.factor()));
        zoom.wanted().subscribe(now -> {
            TextScale chosen = TextScale.of(now.doubleValue());
            if (!scale.get().equals(chosen)) {
                scale.set(chosen);
                keepScale(chosen);
            }
        });
    }

    @Override
    public PageId id() {
        return PageId.SETTINGS;
    }

    @Override
    public String name() {
        return Words.of("settings.page");
    }

    @Override
    public String help() {
        return Words.of("settings.help");
    }

    @Override
    public Optional<Primary> primary() {
        return Optional.of(Primary.next(Words.of("settings.close")));
    }

    @Override
    public ObservableValue<Optional<String>> blocked() {
        return new ReadOnlyObjectWrapper<>(Optional.<String>empty()).getReadOnlyProperty();
    }

    /** Each change holds at once: there is nothing to cancel. */
    @Override
    public boolean canGoBack() {
        return false;
    }

    @Override
    public boolean closesByEscape() {
        return true;
    }

    @Override
    public void entered() {
        problem.set(Optional.empty());
        told.set(Optional.empty());
        periods.read();
    }

    @Override
    public void proceed(Runnable onward) {
        close.run();
    }

    /** Which part of the page is in sight. */
    public SimpleObjectProperty<SettingsPlace> place() {
        return place;
    }

    SimpleObjectProperty<Appearance.Choice> appearance() {
        return appearance;
    }

    SimpleObjectProperty<TextScale> scale() {
        return scale;
    }

    void enlarge(TextScale chosen) {
        scale.set(chosen);
        keepScale(chosen);
    }

    /** For the next start; where that cannot be, the page says so. */
    private void keep(Looks part, String value) {
        looks.keep(part, value, why -> problem.set(Optional.of(why)));
    }

    private void keepScale(TextScale chosen) {
        keep(Looks.TEXT_SIZE, String.valueOf(chosen.percent()));
    }

    SimpleObjectProperty<ShownTimes> times() {
        return times;
    }

    void show(ShownTimes chosen) {
        times.set(chosen);
        keep(Looks.TIMES, chosen.name());
    }

    SimpleObjectProperty<Drawing> drawing() {
        return drawing;
    }

    void draw(Drawing chosen) {
        drawing.set(chosen);
        keep(Looks.DRAWING, chosen.name());
    }

    ObservableValue<DueAfter> due() {
        return periods.due();
    }

    void rotateAfter(DueAfter age) {
        periods.rotateAfter(age);
    }

    ObservableValue<WarnBefore> warning() {
        return periods.warning();
    }

    void warnBefore(WarnBefore time) {
        periods.warnBefore(time);
    }

    SimpleObjectProperty<ProxyKind> proxy() {
        return proxy;
    }

    SimpleStringProperty proxyAddress() {
        return proxyAddress;
    }

    /** What is wrong with the address of the proxy, and which one is used until it is right; empty: nothing, or it is not asked for. */
    ObservableValue<Optional<String>> proxyProblem() {
        return Bindings.createObjectBinding(
                () -> proxy.get() == ProxyKind.ADDRESS
                        ? ProxyKind.problem(proxyAddress.get(), proxyInUse.get())
                        : Optional.empty(),
                proxy,
                proxyAddress,
                proxyInUse);
    }

    /** Uses what is chosen, where it is whole. */
    void useProxy() {
        if (proxyProblem().getValue().isEmpty()) {
            String kept = proxy.get().kept(proxyAddress.get());
            proxyInUse.set(kept);
            keep(Looks.PROXY, kept);
            desk.proxy().accept(kept);
        }
    }

    /** Where dialogs for new files open; blank: where the system opens them. */
    SimpleStringProperty exports() {
        return exports;
    }

    void exportIn(Optional<Path> folder) {
        String kept = folder.map(Path::toString).orElse("");
        exportTo(kept);
        keep(Looks.EXPORT_FOLDER, kept);
    }

    private void exportTo(String kept) {
        exports.set(kept);
        try {
            desk.exports().use(Optional.of(kept).filter(text -> !text.isBlank()).map(Path::of));
        } catch (InvalidPathException ofAnotherSystem) {
            exports.set("");
        }
    }

    Desk desk() {
        return desk;
    }

    void open(Path path) {
        perform(() -> desk.opener().open(path), Optional.empty());
    }

    /** Writes the support bundle, and says where. */
    void support(Path zip) {
        perform(
                () -> desk.support().write(zip, Optional.empty()),
                Optional.of(Words.of("settings.support.written", zip)));
    }

    ObservableValue<Optional<String>> told() {
        return told.getReadOnlyProperty();
    }

    ObservableValue<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Something that may wait. */
    @FunctionalInterface
    private interface Deed {
        void act() throws Problem.Raised;
    }

    private void perform(Deed deed, Optional<String> sentence) {
        problem.set(Optional.empty());
        Consumer<Problem> failed = why -> problem.set(Optional.of(why));
        background.perform(
                () -> {
                    deed.act();
                    return sentence;
                },
                told::set,
                failed);
    }
}
