package io.fumikura.account;

/**
 * A company's rules of sign-in. New limits are those of sessions that start afterwards.
 *
 * @param secondFactorRequired whether whoever has no second factor must add one at the next sign-in
 * @param idleMinutes after which an unused session ends, 5 to 10,080 (a week)
 * @param longestDays after which every session ends, and a kept one that is not used, 1 to 90
 * @param version of the rules that is read, or that the change was made on
 */
public record SignInRules(PasswordRule.Policy passwordPolicy, boolean secondFactorRequired, int idleMinutes, int longestDays, long version) {

    public SignInRules {
        if (idleMinutes < 5 || idleMinutes > 10_080) {
            throw invalid("idleMinutes", "An unused session ends after 5 to 10,080 minutes.");
        }
        if (longestDays < 1 || longestDays > 90) {
            throw invalid("longestDays", "A session ends after 1 to 90 days.");
        }
    }

    private static PlatformException invalid(String field, String message) {
        return new PlatformException(
                PlatformException.Category.INVALID, "signin.rules", message, java.util.Map.of("field", field), null);
    }
}
