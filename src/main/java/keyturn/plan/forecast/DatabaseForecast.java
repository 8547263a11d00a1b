package keyturn.plan.forecast;

import keyturn.domain.DatabaseName;

/** The answer for one database. */
public record DatabaseForecast(DatabaseName database, RestartAnswer answer) {}
