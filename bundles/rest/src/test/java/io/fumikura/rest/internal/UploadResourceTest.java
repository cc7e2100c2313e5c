package io.fumikura.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.TenantId;
import io.fumikura.account.UserId;
import io.fumikura.document.Ingest;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ContainerRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UploadResourceTest {

    private final ContainerRequest context = new ContainerRequest(
            URI.create("http://localhost/"), URI.create("http://localhost/x"), "POST", null, new MapPropertiesDelegate(), null);
    private final UploadResource uploads = new UploadResource(new NestedUploads());
    private int running;
    private int most;
    /** After how many uploads somebody else comes. */
    private int everySoMany = UploadResource.MOST_OF_ONE;

    @BeforeEach
    void signIn() {
        context.setProperty(
                Caller.class.getName(),
                new Caller(
                        new TenantId(UUID.randomUUID()),
                        new UserId(UUID.randomUUID()),
                        "花子",
                        Set.of(Permission.CLERK),
                        Locale.JAPANESE,
                        "r"));
    }

    @Test
    void onePersonLeavesRoomForTheUploadsOfOthers() {
        everySoMany = Integer.MAX_VALUE;
        assertThat(catchThrowableOfType(PlatformException.class, this::upload).code()).isEqualTo("upload.busy");
        assertThat(most).isEqualTo(UploadResource.MOST_OF_ONE);
        // He may go on once his are through.
        most = 0;
        assertThat(catchThrowableOfType(PlatformException.class, this::upload).code()).isEqualTo("upload.busy");
        assertThat(most).isEqualTo(UploadResource.MOST_OF_ONE);
    }

    @Test
    void uploadsLeaveThreadsForEverybodyElse() {
        PlatformException refused = catchThrowableOfType(PlatformException.class, this::upload);
        assertThat(refused.code()).isEqualTo("upload.busy");
        assertThat(most).isEqualTo(UploadResource.MOST_AT_ONCE);
        // All have given back their places.
        most = 0;
        assertThat(catchThrowableOfType(PlatformException.class, this::upload).code()).isEqualTo("upload.busy");
        assertThat(most).isEqualTo(UploadResource.MOST_AT_ONCE);
    }

    private void upload() {
        uploads.upload(context, "contracts", "a.txt", null, InputStream.nullInputStream());
    }

    /** While one upload goes on, the next begins. */
    private final class NestedUploads implements Ingest {

        @Override
        public Submitted submit(Caller caller, Upload upload, InputStream data) {
            running++;
            most = Math.max(most, running);
            if (running % everySoMany == 0) {
                signIn();
            }
            try {
                upload();
            } finally {
                running--;
            }
            return new Submitted.Duplicate(UUID.randomUUID(), List.of());
        }

        @Override
        public Submitted.Accepted confirm(Caller caller, UUID pending) {
            throw new AssertionError("not asked for");
        }

        @Override
        public void cancel(Caller caller, UUID pending) {
            throw new AssertionError("not asked for");
        }
    }
}
