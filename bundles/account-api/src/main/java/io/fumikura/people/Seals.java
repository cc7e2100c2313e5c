package io.fumikura.people;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** The caller's own seals, at most ten. Thread-safe. */
@ProviderType
public interface Seals {

    /** Without those that were put aside, oldest first. */
    List<Seal> list(Caller caller);

    /**
     * What a seal would look like, as PNG.
     *
     * @throws PlatformException {@code seal.text}; {@code seal.glyph} with the {@code characters} for which no installed font has a form
     */
    byte[] preview(Caller caller, SealDrawing drawing);

    /** Draws a seal. @throws PlatformException as {@link #preview}; {@code seal.name}; {@code seal.too-many} */
    Seal draw(Caller caller, String name, SealDrawing drawing);

    /**
     * Takes an image as a seal.
     *
     * @param image PNG, JPEG or GIF of at most 1 MB and 4,000 pixels a side; not closed
     * @param transparent whether white becomes transparent
     * @throws PlatformException {@code seal.image} when it is none of these or damaged; {@code seal.too-large}; {@code seal.name}; {@code
     *     seal.too-many}
     */
    Seal upload(Caller caller, String name, InputStream image, boolean transparent);

    /** Deletes a seal; an approved one is put aside, because documents may bear it. @throws PlatformException {@code seal.unknown} */
    void remove(Caller caller, UUID seal);
}
