package io.fumikura.core.internal.history;

import io.fumikura.history.HistoryVerification.Anchor;

/**
 * How one log was at a moment, as remembered by something that its database's owner can't alter at will.
 *
 * @param keyId of the key that covered the entries then; empty when it is not known
 */
record Anchored(Anchor anchor, SealedHead head, byte[] keyId) {}
