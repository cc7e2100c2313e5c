package io.fumikura.core.internal.demo;

import io.fumikura.account.Permission;
import java.util.List;
import java.util.Locale;

/** A person to be put into an empty database. */
record FirstAccount(
        String login, String name, String mail, Locale language, List<Permission> permissions, boolean withToken) {}
