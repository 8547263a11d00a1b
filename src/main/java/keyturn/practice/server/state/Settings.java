package keyturn.practice.server.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import keyturn.practice.tsql.types.Prevailing;

/** The server's settings, by name. */
public record Settings(List<Setting> all) {

    public Settings {
        all = List.copyOf(all);
    }

    /** All settings of a version with their documented ranges and defaults, but for the two that are given. */
    public static Settings standard(ProductVersion version, boolean ekm, boolean showAdvanced) {
        List<Setting> all = new ArrayList<>();
        for (String line : text().lines().toList()) {
            String[] parts = line.split("\t");
            if (Integer.parseInt(parts[7]) <= version.year()) {
                all.add(read(parts));
            }
        }
        return new Settings(all).turned(Setting.EKM, ekm ? 1 : 0).turned(Setting.ADVANCED, showAdvanced ? 1 : 0);
    }

    private static Setting read(String[] parts) {
        int value = Integer.parseInt(parts[2]);
        return new Setting(
                Integer.parseInt(parts[0]),
                parts[1],
                value,
                Integer.parseInt(parts[3]),
                Integer.parseInt(parts[4]),
                value,
                parts[5].equals("dynamic"),
                parts[6].equals("advanced"),
                parts[8]);
    }

    private Settings turned(String name, int value) {
        return changeAll(s -> s.name().equals(name) ? s.configured(value).inForce() : s);
    }

    private static String text() {
        try (InputStream in = Settings.class.getResourceAsStream("/keyturn/practice/server/settings.tsv")) {
            if (in == null) {
                throw new IllegalStateException("settings.tsv is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The setting whose name is or, if only one does, begins with the text; case does not count. */
    public Optional<Setting> named(String text) {
        String wanted = Prevailing.server().key(text);
        Optional<Setting> exact = all.stream()
                .filter(s -> Prevailing.server().same(s.name(), text))
                .findFirst();
        List<Setting> matching = all.stream()
                .filter(s -> Prevailing.server().key(s.name()).startsWith(wanted))
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
