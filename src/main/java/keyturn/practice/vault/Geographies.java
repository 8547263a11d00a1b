package keyturn.practice.vault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which geography a region belongs to; one geography is one security world, within which backups can be restored. */
public final class Geographies {

    private static final Map<String, String> BY_REGION = read();

    private Geographies() {}

    private static Map<String, String> read() {
        try (InputStream in = Objects.requireNonNull(Geographies.class.getResourceAsStream("geographies.csv"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .map(l -> l.split(",", 2))
                    .collect(Collectors.toUnmodifiableMap(p -> location(p[0]), p -> p[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code West Europe} as the resource manager writes it: {@code westeurope}. */
    public static String location(String region) {
        return region.replace(" ", "").toLowerCase(Locale.ROOT);
    }

    /** All regions, as the resource manager writes them, by name. */
    public static List<String> regions() {
        return BY_REGION.keySet().stream().sorted().toList();
    }

    public static Optional<String> of(String location) {
        return Optional.ofNullable(BY_REGION.get(location(location)));
    }
}
