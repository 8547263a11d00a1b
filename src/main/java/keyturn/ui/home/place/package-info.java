/** The places of a server's home beside its overview: databases, keys and vaults, host, checks, runs. Each shows what it is given. */
@NullMarked
package keyturn.ui.home.place;

import org.jspecify.annotations.NullMarked;
