package io.fumikura.core.internal.persistence;

import java.sql.Types;
import java.util.UUID;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/** Binds an absent UUID without a type; EclipseLink would say that it is a varchar, which PostgreSQL refuses. */
public final class UuidColumns implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            for (DatabaseMapping mapping : descriptor.getMappings()) {
                if (isUuid(descriptor, mapping)) {
                    mapping.getField().setSqlType(Types.OTHER);
                }
            }
        }
    }

    private static boolean isUuid(ClassDescriptor descriptor, DatabaseMapping mapping) {
        try {
            return descriptor.getJavaClass().getField(mapping.getAttributeName()).getType() == UUID.class;
        } catch (NoSuchFieldException e) {
            return false;
        }
    }
}
