@NullMarked
package keyturn.domain.azure;

import org.jspecify.annotations.NullMarked;
