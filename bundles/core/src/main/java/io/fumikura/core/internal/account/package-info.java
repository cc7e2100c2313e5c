/** Sign-in, sessions, tokens, users. Only hashes of secrets are stored. */
@NullMarked
package io.fumikura.core.internal.account;

import org.jspecify.annotations.NullMarked;
