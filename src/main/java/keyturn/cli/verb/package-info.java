/** One class for each verb of the command line. */
@NullMarked
package keyturn.cli.verb;

import org.jspecify.annotations.NullMarked;
