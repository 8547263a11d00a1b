/** What Windows calls the things on the host of a server: services, programs, files. Values that cannot be wrong; nothing is read here. */
@NullMarked
package keyturn.domain.host;

import org.jspecify.annotations.NullMarked;
