package io.fumikura.tenant;

import java.util.Locale;

/**
 * Who administers a new company: gets user ID and initial password in two mails.
 *
 * @param name 1 to 100 characters
 * @param mail nobody else's on the platform
 */
public record FirstAdministrator(String name, String mail, Locale language) {}
