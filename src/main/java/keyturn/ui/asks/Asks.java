package keyturn.ui.asks;

import keyturn.inspect.ties.TieBook;

/**
 * All of them.
 *
 * @param ties keeps what the DBA says of credentials
 * @param bystander of a practice world
 */
public record Asks(LookAtLogs logs, TieBook ties, Bystander bystander) {}
