/**
 * What was looked at before the plan, what a person must look at, and whether the databases are covered.
 *
 * <p>Decided: what is confirmed and how each database is tested goes into the choices, because it belongs to what is
 * approved; so each tick plans anew.
 */
@NullMarked
package keyturn.ui.preflight;

import org.jspecify.annotations.NullMarked;
