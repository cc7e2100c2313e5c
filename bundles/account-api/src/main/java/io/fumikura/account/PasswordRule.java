package io.fumikura.account;

/**
 * What a user's new password must be like.
 *
 * @param minimum fewest characters
 */
public record PasswordRule(Policy policy, int minimum) {

    /** Which of the two sets of rules a company has chosen. */
    public enum Policy {
        /** NIST SP 800-63B-4: 15 characters or more, 8 with a second factor; any characters, but no common passwords. */
        MODERN,
        /**
         * 8 characters or more, letters, digits and symbols all present, nothing else than half-width letters, digits and {@code ! # $ % & ' - _};
         * no common passwords. For companies whose own rules still ask for it.
         */
        CLASSIC
    }
}
