/** Performs an approved plan act by act through ports that open for nothing else; keeps the journal. */
@NullMarked
package keyturn.run;

import org.jspecify.annotations.NullMarked;
