package io.fumikura.core.internal.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id with 19 MiB, two passes, one lane (OWASP), written in the PHC string form, so that costs may be raised later. */
public final class PasswordHash {

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LENGTH = 32;
    private static final Pattern FORM = Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=1\\$([^$]+)\\$([^$]+)");
    /** Not more at once than memory allows. */
    private static final Semaphore PLACES = new Semaphore(4);

    private PasswordHash() {}

    public static String of(String password) {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        var encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=1$" + encoder.encodeToString(salt) + "$"
                + encoder.encodeToString(argon2(password, salt, MEMORY_KIB, PASSES));
    }

    static boolean matches(String password, String hash) {
        Matcher form = FORM.matcher(hash);
        if (!form.matches()) {
            // Deleted users have no hash; it takes as long as a wrong password, so that time does not tell of them.
            argon2(password, new byte[16], MEMORY_KIB, PASSES);
            return false;
        }
        byte[] salt = Base64.getDecoder().decode(form.group(3));
        byte[] wanted = Base64.getDecoder().decode(form.group(4));
        byte[] found = argon2(password, salt, Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
        return MessageDigest.isEqual(wanted, found);
    }

    private static byte[] argon2(String password, byte[] salt, int memory, int passes) {
        var parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(1)
                .withSalt(salt)
                .build();
        byte[] typed = Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
        byte[] hash = new byte[LENGTH];
        PLACES.acquireUninterruptibly();
        try {
            var generator = new Argon2BytesGenerator();
            generator.init(parameters);
            generator.generateBytes(typed, hash);
        } finally {
            PLACES.release();
        }
        return hash;
    }
}
