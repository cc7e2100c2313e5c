package io.fumikura.core.internal.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void opensWithTheSameKeyAndContextAfterARestart() {
        String sealed = new Secrets(folder).encrypt("秘密", "tenant-1");

        var restarted = new Secrets(folder);
        assertThat(restarted.decrypt(sealed, "tenant-1")).isEqualTo("秘密");
        assertThatThrownBy(() -> restarted.decrypt(sealed, "tenant-2")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Secrets(folder.resolve("other")).decrypt(sealed, "tenant-1"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(sealed).isNotEqualTo(restarted.encrypt("秘密", "tenant-1"));
    }

    @Test
    void theKeyIsForTheOwnerOnly() throws Exception {
        new Secrets(folder);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aDamagedKeyIsNotReplaced() throws Exception {
        Files.write(folder.resolve("secrets.key"), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> new Secrets(folder)).hasRootCauseMessage(
                folder.resolve("secrets.key") + " has 3 bytes instead of 32; restore it from the backup.");
        assertThat(folder.resolve("secrets.key")).hasSize(3);
    }
}
