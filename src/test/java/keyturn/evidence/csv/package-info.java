/** Tests of lists as CSV files. */
@NullMarked
package keyturn.evidence.csv;

import org.jspecify.annotations.NullMarked;
