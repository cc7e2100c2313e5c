package io.fumikura.core.internal.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time codes (RFC 6238) as all authenticator apps make them: HMAC-SHA-1, six digits, 30 seconds. */
final class Totp {

    static final int SEED_BYTES = 20;

    private static final int DIGITS = 6;
    private static final long SECONDS = 30;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /**
     * The time step whose code was typed; one before and one after the present one are taken, for clocks that differ.
     *
     * @param last the step taken last; it and earlier ones are never taken again
     */
    static OptionalLong step(byte[] seed, String typed, Instant now, long last) {
        long present = Math.floorDiv(now.getEpochSecond(), SECONDS);
        OptionalLong found = OptionalLong.empty();
        for (long step = present - 1; step <= present + 1; step++) {
            boolean same = MessageDigest.isEqual(bytes(code(seed, step, DIGITS)), bytes(typed));
            found = same && step > last ? OptionalLong.of(step) : found;
        }
        return found;
    }

    static String code(byte[] seed, long step, int digits) {
        byte[] hash = hmac(seed, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
        long modulus = 1;
        for (int i = 0; i < digits; i++) {
            modulus *= 10;
        }
        return String.format("%0" + digits + "d", number % modulus);
    }

    /** The form in which a seed is typed or stands in a QR code (RFC 4648, without padding). */
    static String base32(byte[] bytes) {
        var text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte one : bytes) {
            held = held << 8 | one & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt(held >> bits & 31));
            }
        }
        return bits == 0 ? text.toString() : text.append(BASE32.charAt(held << 5 - bits & 31)).toString();
    }

    private static byte[] hmac(byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "RAW"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
