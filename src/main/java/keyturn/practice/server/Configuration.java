package keyturn.practice.server;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import keyturn.practice.server.state.Identity;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Setting;
import keyturn.practice.server.state.Settings;
import keyturn.practice.server.views.Rights;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** {@code sp_configure} and RECONFIGURE. */
final class Configuration {

    private static final List<Column> COLUMNS = List.of(
            new Column("name", SqlType.nvarchar(35), false),
            new Column("minimum", SqlType.INT, true),
            new Column("maximum", SqlType.INT, true),
            new Column("config_value", SqlType.INT, true),
            new Column("run_value", SqlType.INT, true));

    private Configuration() {}

    static void reconfigure(Turn turn) {
        if (turn.state().transactions() > 0 || turn.state().options().implicit()) {
            throw Messages.error(574, 0, "CONFIG");
        }
        if (!turn.scene().rights().has(Rights.ALTER_SETTINGS)) {
            throw Messages.error(5812, 1);
        }
        turn.change(i -> i.with(i.settings().changeAll(Setting::installed)));
    }

    /**
     * @param name of one setting; empty lists all that are shown
     * @param value what to set it to; empty shows it
     */
    static void configure(Turn turn, Optional<String> name, Optional<Integer> value) {
        Settings settings = turn.instance().settings();
        boolean advanced = settings.running(Setting.ADVANCED);
        List<Setting> shown = settings.all().stream()
                .filter(s -> advanced || !s.advanced())
                .sorted(Comparator.comparing(Setting::name))
                .toList();
        if (name.isEmpty()) {
            turn.result(COLUMNS, shown.stream().map(Configuration::row).toList());
            return;
        }
        Setting setting = settings.named(name.get())
                .filter(s -> advanced || !s.advanced())
                .orElseThrow(() -> Messages.error(15123, 1, name.get()));
        if (value.isEmpty()) {
            turn.result(COLUMNS, List.<@Nullable Object[]>of(row(setting)));
            return;
        }
        set(turn, setting, value.get());
    }

    private static @Nullable Object[] row(Setting setting) {
        return new @Nullable Object[] {
            setting.name(), setting.minimum(), setting.maximum(), setting.value(), setting.running()
        };
    }

    private static void set(Turn turn, Setting setting, int value) {
        if (!turn.scene().rights().has(Rights.ALTER_SETTINGS)) {
            throw Messages.error(15247, 1);
        }
        if (setting.name().equals(Setting.EKM) && !supportsEkm(turn.instance().identity())) {
            throw Messages.error(15392, 1, setting.name());
        }
        if (value < setting.minimum() || value > setting.maximum()) {
            throw Messages.error(15129, 1, value, setting.name());
        }
        turn.change(i -> i.with(i.settings().change(setting.id(), s -> s.configured(value))));
        turn.info(15457, setting.name(), setting.value(), value);
    }

    /** @throws keyturn.practice.tsql.SqlError 33054 where the edition has no key management, 33053 where it is off */
    static void demandEkm(Instance instance) {
        if (!supportsEkm(instance.identity())) {
            throw Messages.error(33054, 1);
        }
        if (!instance.settings().running(Setting.EKM)) {
            throw Messages.error(33053, 1);
        }
    }

    /** Standard edition has it since 2019. */
    static boolean supportsEkm(Identity identity) {
        return identity.engineEdition() == 3
                || (identity.engineEdition() == 2 && identity.version().year() >= 2019);
    }
}
