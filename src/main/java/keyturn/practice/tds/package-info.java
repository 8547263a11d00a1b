/** The wire: packets, prelogin, TLS, login, batches, procedure calls, cancel. Knows types, not what statements do. */
@NullMarked
package keyturn.practice.tds;

import org.jspecify.annotations.NullMarked;
