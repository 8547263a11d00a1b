/** The DBA's nouns as values that cannot be wrong. Imports nothing of ours; knows no server, no file, no window. */
@NullMarked
package keyturn.domain;

import org.jspecify.annotations.NullMarked;
