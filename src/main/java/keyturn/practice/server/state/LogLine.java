package keyturn.practice.server.state;

import java.time.LocalDateTime;

/** A line of the ERRORLOG; {@code source} is {@code Server} or {@code spid52}. */
public record LogLine(LocalDateTime at, String source, String text) {}
