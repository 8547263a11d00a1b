package keyturn.practice.server;

/** Where a statement that has ended leads. */
enum Flow {
    /** To the next statement. */
    NEXT,
    /** Out of the loop. */
    BREAK,
    /** To the loop's next round. */
    CONTINUE,
    /** To a label, in this list of statements or in one around it. */
    GOTO,
    /** Out of this text, to what called it. */
    LEAVE,
    /** To the CATCH of the TRY that took an error. */
    CAUGHT,
    /** To the end of all that the client sent. */
    END
}
