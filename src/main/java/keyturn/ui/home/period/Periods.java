package keyturn.ui.home.period;

import java.time.Period;

/**
 * What somebody has set for all servers.
 *
 * @param due after what age a key is due for rotation
 * @param warning how long before they expire secrets and key versions are told
 */
public record Periods(Period due, Period warning) {}
