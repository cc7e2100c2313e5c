package io.fumikura.core.internal.history;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** SHA-256 as the history uses it: leaves and nodes as in RFC 6962, 2.1; values with a prefix of their own. */
final class Hashes {

    static final int LENGTH = 32;
    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final byte VALUE = 2;

    private Hashes() {}

    static byte[] leaf(byte[] data) {
        MessageDigest digest = digest();
        digest.update(LEAF);
        return digest.digest(data);
    }

    static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = digest();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /** The root of a tree without leaves. */
    static byte[] empty() {
        return digest().digest();
    }

    static byte[] value(byte[] salt, byte[] text) {
        MessageDigest digest = digest();
        digest.update(VALUE);
        digest.update(salt);
        return digest.digest(text);
    }

    static byte[] of(byte[] data) {
        return digest().digest(data);
    }

    static byte[] mac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
