package io.fumikura.store.file;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals or opens the chunks of one file, in order. Each file has a key of its own, so the nonce only counts. */
final class ChunkCipher {

    /** Plain bytes of every chunk but the last. */
    static final int CHUNK = 64 * 1024;

    static final int TAG = 16;

    private static final int NONCE = 12;

    private final int mode;
    private final SecretKeySpec key;
    private final Cipher cipher;
    private long next;

    private ChunkCipher(int mode, byte[] key) {
        try {
            this.mode = mode;
            this.key = new SecretKeySpec(key, "AES");
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES/GCM/NoPadding", e);
        }
    }

    static ChunkCipher sealing(byte[] key) {
        return new ChunkCipher(Cipher.ENCRYPT_MODE, key);
    }

    static ChunkCipher opening(byte[] key) {
        return new ChunkCipher(Cipher.DECRYPT_MODE, key);
    }

    /**
     * @return number of bytes written to {@code target}
     * @throws GeneralSecurityException when an opened chunk is not the one that was sealed at this place
     */
    int next(byte[] source, int length, byte[] target, boolean last) throws GeneralSecurityException {
        byte[] nonce = ByteBuffer.allocate(NONCE)
                .putLong(3, next++)
                .put(NONCE - 1, (byte) (last ? 1 : 0))
                .array();
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
        return cipher.doFinal(source, 0, length, target, 0);
    }
}
