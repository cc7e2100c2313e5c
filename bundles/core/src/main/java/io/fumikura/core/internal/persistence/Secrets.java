package io.fumikura.core.internal.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Encrypts what must be stored but not be read in the database, such as passwords of documents: AES-256-GCM with the key in {@code
 * secrets.key}, which is made at the first start and belongs into the backup, apart from the database.
 */
@Component(service = Secrets.class, configurationPid = "io.fumikura.core")
public final class Secrets {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final Path folder;
    private final SecretKeySpec key;

    public @interface Config {
        /** Folder of the key files; empty for {@code ${karaf.data}/keys}. */
        String keys() default "";
    }

    @Activate
    public Secrets(Config config) {
        this(config.keys().isEmpty() ? DataFolder.path().resolve("keys") : Path.of(config.keys()));
    }

    public Secrets(Path folder) {
        this.folder = folder;
        try {
            key = new SecretKeySpec(key(folder.resolve("secrets.key")), "AES");
        } catch (IOException e) {
            throw new UncheckedIOException("The key " + folder.resolve("secrets.key") + " can't be read or made.", e);
        }
    }

    /** Where further key files stand. */
    public Path folder() {
        return folder;
    }

    private byte[] key(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] fresh = new byte[32];
            random.nextBytes(fresh);
            PrivateFile.write(file, fresh);
        }
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length != 32) {
            throw new IOException(file + " has " + bytes.length + " bytes instead of 32; restore it from the backup.");
        }
        return bytes;
    }

    /** @param context what the secret belongs to, e.g. the tenant's id; it opens with the same context only */
    public String encrypt(String secret, String context) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, secret.getBytes(StandardCharsets.UTF_8), context);
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
    }

    /** @throws IllegalStateException when it was altered, or sealed with another key or context */
    public String decrypt(String encrypted, String context) {
        ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(encrypted));
        byte[] nonce = new byte[NONCE];
        all.get(nonce);
        byte[] sealed = new byte[all.remaining()];
        all.get(sealed);
        return new String(crypt(Cipher.DECRYPT_MODE, nonce, sealed, context), StandardCharsets.UTF_8);
    }

    /**
     * A key of 32 bytes for one purpose, always the same as long as the key file is.
     *
     * @param purpose what it is for, e.g. {@code history}
     */
    public byte[] derive(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(("key for " + purpose).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] data, String context) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stored secret can't be opened with the present key.", e);
        }
    }
}
