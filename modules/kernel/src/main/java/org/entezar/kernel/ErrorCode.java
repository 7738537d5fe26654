package org.entezar.kernel;

/**
 * Every refusal that the product gives, with the HTTP status it is answered with. The name is stable: clients program
 * against it. Texts in all languages stand in the bundle {@code org.entezar.kernel.errors}, keyed by the name.
 */
public enum ErrorCode {
    // What the request says cannot be read or does not hold.
    MALFORMED_JSON(400),
    MALFORMED_ID(400),
    MALFORMED_PARAMETER(400),
    INVALID(422),
    BAD_INPUT(422),
    REQUIRED(422),
    UNKNOWN_FIELD(422),
    UNKNOWN_KEY(422),
    DUPLICATE_KEY(422),
    MALFORMED_KEY(422),
    MALFORMED_ALIAS(422),
    FORBIDDEN_CHARACTER(422),
    OUT_OF_RANGE(422),
    TOO_LONG(422),
    TOO_MANY(422),
    TOO_DEEP(422),
    WRONG_TYPE(422),
    NOT_AN_OPTION(422),
    NOT_TOGETHER(422),
    MISSING_TRANSLATION(422),
    UNKNOWN_LANGUAGE(422),
    UNKNOWN_TIME_ZONE(422),
    BAD_CONDITION(422),
    UNREADABLE_FILE(422),
    EMPTY_FILE(422),
    NOT_A_TABLE(422),
    WEAK_PASSWORD(422),
    NOT_A_COLOUR(422),
    LOW_CONTRAST(422),
    NOT_A_PICTURE(422),
    PICTURE_TOO_RICH(422),
    MALFORMED_ARCHIVE(422),
    NOT_A_NAME(422),
    NOTHING_TO_PUBLISH(422),
    IDEMPOTENCY_KEY_REUSED(422),
    // Who may, and what is there.
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    REGISTRATION_CLOSED(403),
    SECOND_FACTOR_WANTED(403),
    OTHER_SIGN_IN(403),
    NOT_ONESELF(403),
    WORKSPACE_NOT_FOUND(404),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    UNSUPPORTED_MEDIA_TYPE(415),
    TOO_LARGE(413),
    TOO_MANY_REQUESTS(429),
    // The state does not allow it now.
    ALREADY_EXISTS(409),
    CONFLICT(409),
    STALE(412),
    PRECONDITION_REQUIRED(428),
    STATE(409),
    LAST_OWNER(409),
    CAMPAIGN_NOT_OPEN(409),
    CAMPAIGN_CLOSED(410),
    RESPONSE_DIFFERS(409),
    HISTORY_BROKEN(409),
    HAS_MEMBERS(409),
    ON_HOLD(409),
    NOT_EMPTY(409),
    QUOTA_MEMBERS(409),
    QUOTA_CAMPAIGNS(409),
    QUOTA_STORAGE(409),
    QUOTA_RESPONSES(429),
    WORKSPACE_SUSPENDED(423),
    // Ours.
    IDENTITY_UNAVAILABLE(503),
    DATABASE_UNAVAILABLE(503),
    OVERLOADED(503),
    INTERNAL(500);

    private final int status;

    ErrorCode(int status) {
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
