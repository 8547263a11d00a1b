/**
 * The verbs without a window: arguments to records, the same functions of the inner rooms as the window calls, words for
 * people and JSON for programs.
 *
 * <p>Knows no adapter and no practice range: both come in through {@link keyturn.cli.Doors}. Results go to standard
 * output, messages to standard error; {@link keyturn.cli.Exit} says what exit codes mean.
 *
 * <p>Decided: argument files ({@code @FILE}) are read here and not by picocli, whose reader takes a backslash between
 * quotes as an escape, so that a quoted Windows path would silently become another one.
 */
@NullMarked
package keyturn.cli;

import org.jspecify.annotations.NullMarked;
