/** A forecast of a restart as JSON, for whatever holds one: an inspection, a verification, the command line. */
@NullMarked
package keyturn.evidence.forecast;

import org.jspecify.annotations.NullMarked;
