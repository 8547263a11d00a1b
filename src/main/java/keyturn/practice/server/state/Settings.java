package keyturn.practice.server.state;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The server's settings, by name. */
public record Settings(List<Setting> all) {

    public Settings {
        all = List.copyOf(all);
    }

    /** The settings that a DBA meets in this work, with their documented ranges and defaults. */
    public static Settings standard(boolean ekm, boolean showAdvanced) {
        return new Settings(List.of(
                new Setting(103, "user connections", 0, 0, 32767, 0, false, true, "Number of user connections allowed"),
                new Setting(109, "fill factor (%)", 0, 0, 100, 0, false, true, "Default fill factor percentage"),
                new Setting(124, "default language", 0, 0, 9999, 0, true, false, "default language"),
                new Setting(503, "max worker threads", 0, 128, 65535, 0, true, true, "Maximum worker threads"),
                flag(518, Setting.ADVANCED, showAdvanced, false, "show advanced options"),
                flag(1568, "default trace enabled", true, true, "Enable or disable the default trace"),
                flag(1576, "remote admin connections", false, false, "Dedicated Admin Connections from remote clients"),
                flag(1579, "backup compression default", false, false, "Enable compression of backups by default"),
                flag(
                        1580,
                        "optimize for ad hoc workloads",
                        false,
                        true,
                        "When this option is set, plan stubs are kept"),
                flag(1586, Setting.EKM, ekm, true, "Enable or disable EKM provider"),
                flag(1587, "backup checksum default", false, false, "Enable checksum of backups by default"),
                new Setting(
                        1539, "max degree of parallelism", 8, 0, 32767, 8, true, true, "maximum degree of parallelism"),
                new Setting(
                        1544,
                        "max server memory (MB)",
                        2147483647,
                        128,
                        2147483647,
                        2147483647,
                        true,
                        true,
                        "Maximum size of server memory (MB)"),
                flag(16390, "xp_cmdshell", false, true, "Enable or disable command shell"),
                flag(16391, "clr enabled", false, false, "CLR user code execution enabled in the server")));
    }

    private static Setting flag(int id, String name, boolean on, boolean advanced, String description) {
        int value = on ? 1 : 0;
        return new Setting(id, name, value, 0, 1, value, true, advanced, description);
    }

    /** The setting whose name is or, if only one does, begins with the text; case does not count. */
    public Optional<Setting> named(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        Optional<Setting> exact =
                all.stream().filter(s -> s.name().equalsIgnoreCase(text)).findFirst();
        List<Setting> matching = all.stream()
                .filter(s -> s.name().toLowerCase(Locale.ROOT).startsWith(wanted))
                .toList();
        return exact.isPresent() || matching.size() != 1 ? exact : Optional.of(matching.getFirst());
    }

    public boolean running(String name) {
        return named(name).map(s -> s.running() == 1).orElse(false);
    }

    /** With the setting of this id changed. */
    public Settings change(int id, UnaryOperator<Setting> change) {
        return new Settings(
                all.stream().map(s -> s.id() == id ? change.apply(s) : s).toList());
    }

    public Settings changeAll(UnaryOperator<Setting> change) {
        return new Settings(all.stream().map(change).toList());
    }
}
