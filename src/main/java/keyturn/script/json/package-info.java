/** The plan as canonical JSON: written, hashed, read back. */
@NullMarked
package keyturn.script.json;

import org.jspecify.annotations.NullMarked;
