/**
 * Blobs as encrypted files in folders: {@code tenant/abcd…} by SHA-256 of the plain bytes.
 *
 * <p>Form of a file: {@code FKB1}, 32 random bytes of salt, then chunks of 64 KiB, each sealed with AES-256-GCM. Key of a file: HKDF
 * (RFC 5869) of the tenant's key with the salt; key of a tenant: HKDF of the master key with the tenant's id. The nonce counts
 * the chunks and marks the last one (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015), so that no
 * chunk can be moved, left out or cut off unseen.
 */
@NullMarked
package io.fumikura.store.file;

import org.jspecify.annotations.NullMarked;
