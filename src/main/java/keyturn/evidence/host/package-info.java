/** The Windows host in JSON, as an inspection tells it. */
@NullMarked
package keyturn.evidence.host;

import org.jspecify.annotations.NullMarked;
