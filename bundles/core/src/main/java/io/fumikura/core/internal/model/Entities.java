package io.fumikura.core.internal.model;

import java.util.List;

/** All entities; those of src/main/weave/META-INF/persistence.xml. */
public final class Entities {

    public static final List<Class<?>> ALL = List.of(
            TenantRow.class,
            UserRow.class,
            GroupRow.class,
            SessionRow.class,
            TokenRow.class,
            RecordRow.class,
            ValueRow.class,
            CandidateRow.class,
            GrantRow.class,
            JobRow.class,
            PendingUploadRow.class,
            Lines.class,
            Instants.class);

    private Entities() {}
}
