package keyturn.practice.server.state;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A credential. Its secret is not kept: nothing could read it back.
 *
 * @param identity for a vault its short name or host
 * @param secret whether one is stored
 * @param provider id of the provider it is for
 */
public record Credential(
        int id,
        String name,
        String identity,
        boolean secret,
        LocalDateTime created,
        LocalDateTime modified,
        Optional<Integer> provider) {}
