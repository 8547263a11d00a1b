/** Lists of an inspection and of its findings as CSV files, for spreadsheets and scripts. */
@NullMarked
package keyturn.evidence.csv;

import org.jspecify.annotations.NullMarked;
