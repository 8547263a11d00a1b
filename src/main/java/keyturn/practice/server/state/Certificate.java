package keyturn.practice.server.state;

import java.time.LocalDateTime;
import java.util.Optional;
import keyturn.practice.tsql.types.Bytes;

/** A certificate in master with its private key under the master key. */
public record Certificate(
        int id,
        String name,
        Bytes thumbprint,
        String subject,
        LocalDateTime starts,
        LocalDateTime expires,
        Optional<LocalDateTime> backedUp) {}
