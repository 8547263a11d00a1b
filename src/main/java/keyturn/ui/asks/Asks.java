package keyturn.ui.asks;

import keyturn.inspect.ties.TieBook;

/**
 * All of them.
 *
 * @param ties keeps what the DBA says of credentials
 */
public record Asks(LookAtLogs logs, TieBook ties) {}
