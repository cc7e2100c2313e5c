/**
 * Who somebody is: passwords, second factors, passkeys, sessions and tokens. Of passwords and tokens only hashes are stored.
 * {@link PasswordSignIn} and {@link PasskeySignIn} open a session, {@link StagedSignIn} leads it step by step to a full one in {@link Sessions};
 * what lies between is decided by {@link Stages}.
 */
@NullMarked
package io.fumikura.core.internal.account;

import org.jspecify.annotations.NullMarked;
