package keyturn.script;

import java.time.Instant;
import java.util.Optional;

/** Who said yes to what, when, under which ticket. */
public record Approval(String digest, String who, Instant when, Optional<String> ticket) {}
