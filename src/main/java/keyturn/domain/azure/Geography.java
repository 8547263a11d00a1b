package keyturn.domain.azure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A group of Azure regions that share one security world: a backup of a vault key can be restored within it only (document: Azure
 * Key Vault security worlds).
 *
 * @param name such as {@code Europe}
 */
public record Geography(String name) {

    private static final String LIST = "/keyturn/domain/geographies.csv";
    private static final Map<String, Geography> BY_REGION = read();

    /** @param region as Azure writes it, {@code westeurope} or {@code West Europe}; empty for one that no list names */
    public static Optional<Geography> of(String region) {
        return Optional.ofNullable(BY_REGION.get(plain(region)));
    }

    private static Map<String, Geography> read() {
        try (InputStream in = Objects.requireNonNull(Geography.class.getResourceAsStream(LIST));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .map(line -> line.split(",", 2))
                    .collect(Collectors.toUnmodifiableMap(row -> plain(row[0]), row -> new Geography(row[1])));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String plain(String region) {
        return region.replace(" ", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return name;
    }
}
