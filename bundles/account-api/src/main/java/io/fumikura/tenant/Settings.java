package io.fumikura.tenant;

import io.fumikura.account.SignInRules;

/**
 * A company's settings.
 *
 * @param signIn rules of sign-in; their version is that of all settings
 * @param code of the company, with which user IDs begin; never changes, whatever is sent
 * @param loginPattern how user IDs are proposed and checked: holds {@code {code}} and, behind it, {@code {number}}, each once, and may hold half-width
 *     letters, digits, dots, dashes and underscores; at most 40 characters. Counts for users that are registered afterwards
 * @param ownNameChange whether people may change their own names
 */
public record Settings(SignInRules signIn, String code, String loginPattern, boolean ownNameChange) {}
