/** Tests of the values: tables of input and what becomes of it. */
@NullMarked
package keyturn.domain;

import org.jspecify.annotations.NullMarked;
