/**
 * What is due when: how old the keys in use are, when they and the secrets expire, how long an old key is needed still. Dates come
 * from an inspection; what no inspection shows is given by who knows it ({@link keyturn.plan.due.KnownDates}).
 */
@NullMarked
package keyturn.plan.due;

import org.jspecify.annotations.NullMarked;
