package io.fumikura.core.internal.persistence;

import io.fumikura.core.internal.model.Entities;
import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.net.URL;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The persistence unit, as a container would describe it; there is no META-INF/persistence.xml in the bundle. */
@SuppressWarnings({"removal", "deprecation"})
final class CoreUnit implements PersistenceUnitInfo {

    private final DataSource pool;
    private final ClassLoader loader;

    CoreUnit(DataSource pool, ClassLoader loader) {
        this.pool = pool;
        this.loader = loader;
    }

    @Override
    public String getPersistenceUnitName() {
        return "core";
    }

    @Override
    public String getPersistenceProviderClassName() {
        return "org.eclipse.persistence.jpa.PersistenceProvider";
    }

    @Override
    public @Nullable String getScopeAnnotationName() {
        return null;
    }

    @Override
    public List<String> getQualifierAnnotationNames() {
        return List.of();
    }

    @Override
    public PersistenceUnitTransactionType getTransactionType() {
        return PersistenceUnitTransactionType.RESOURCE_LOCAL;
    }

    @Override
    public @Nullable DataSource getJtaDataSource() {
        return null;
    }

    @Override
    public DataSource getNonJtaDataSource() {
        return pool;
    }

    @Override
    public List<String> getMappingFileNames() {
        return List.of();
    }

    @Override
    public List<URL> getJarFileUrls() {
        return List.of();
    }

    @Override
    public URL getPersistenceUnitRootUrl() {
        Bundle bundle = FrameworkUtil.getBundle(CoreUnit.class);
        return bundle == null
                ? CoreUnit.class.getProtectionDomain().getCodeSource().getLocation()
                : bundle.getEntry("/");
    }

    @Override
    public List<String> getManagedClassNames() {
        return Entities.ALL.stream().map(Class::getName).toList();
    }

    @Override
    public boolean excludeUnlistedClasses() {
        return true;
    }

    @Override
    public SharedCacheMode getSharedCacheMode() {
        return SharedCacheMode.NONE;
    }

    @Override
    public ValidationMode getValidationMode() {
        return ValidationMode.NONE;
    }

    @Override
    public Properties getProperties() {
        return new Properties();
    }

    @Override
    public String getPersistenceXMLSchemaVersion() {
        return "3.2";
    }

    @Override
    public ClassLoader getClassLoader() {
        return loader;
    }

    @Override
    public void addTransformer(ClassTransformer transformer) {
        // Entities are woven in the build.
    }

    @Override
    public ClassLoader getNewTempClassLoader() {
        return loader;
    }
}
